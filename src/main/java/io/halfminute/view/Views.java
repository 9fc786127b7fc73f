package io.halfminute.view;

import io.halfminute.acd.AcdEvent;
import io.halfminute.agent.AgentId;
import io.halfminute.pbx.CallId;
import io.halfminute.record.DayTotals;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;

/**
 * The boards, kept up to date. {@link #accept}, {@link #ticketOpened}, {@link #tick} and {@link #seed} belong to one thread;
 * {@link #board} and {@link #desk} to every thread.
 */
public final class Views {

    /**
     * What was published.
     *
     * @param board whether there is a new board
     * @param desks whose desks changed
     */
    public record Change(boolean board, Set<AgentId> desks) {
        public Change {
            desks = Set.copyOf(desks);
        }
    }

    /**
     * @param dayStart tells for any time, in milliseconds since 1970, when its day began in the hotline's zone
     * @param team     an agent's team, null if he is in none
     */
    public Views(ViewLimits limits, LongUnaryOperator dayStart, Function<AgentId, String> team) {
    }

    /** Takes in what one step of the machine told. */
    public void accept(List<AcdEvent> events) {
    }

    /** Takes in one event. */
    public void accept(AcdEvent event) {
        accept(List.of(event));
    }

    /** The call has this ticket. */
    public void ticketOpened(CallId call, long ticket) {
    }

    /** Time has passed; to be called about once a second, so that the board does not look stale and midnight is seen. */
    public void tick(long nowMs) {
    }

    /** The day's counts of the runs before this one; once. */
    public void seed(DayTotals totals) {
    }

    /** The wallboard as last published. */
    public BoardState board() {
        return null;
    }

    /** An agent's desk as last published; empty if there is no such agent. */
    public Optional<DeskState> desk(AgentId agent) {
        return Optional.empty();
    }

    /** Calls {@code listener} on the applying thread after each publication; it must return at once. */
    public void onChange(Consumer<Change> listener) {
    }
}
