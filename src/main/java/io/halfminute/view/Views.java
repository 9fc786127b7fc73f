package io.halfminute.view;

import io.halfminute.acd.AcdEvent;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.SkillId;
import io.halfminute.alarm.Alarm;
import io.halfminute.forecast.Forecast;
import io.halfminute.pbx.CallId;
import io.halfminute.record.DayTotals;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;

/**
 * The boards, kept up to date. {@link #accept}, {@link #ticketOpened}, {@link #forecast}, {@link #alarms}, {@link #tick} and {@link #seed} belong to one
 * thread; {@link #board} and {@link #desk} to every thread, since what they give never changes.
 *
 * <p>What concerns an agent himself reaches his desk with the step that brought it. The board, and the lines on everybody's
 * desk, are made anew at most once in {@link ViewLimits#publishEveryMs}, so a rush of calls costs no more than a steady
 * flow; what is then left waits for the next event or {@link #tick}.
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

    private final ViewLimits limits;
    private final Book book;
    private final Floor floor;
    private final BoardPainter boardPainter;
    private final DeskPainter deskPainter;
    private final Map<AgentId, DeskState> desks = new ConcurrentHashMap<>();
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private volatile BoardState board;
    private volatile Map<SkillId, Integer> readyBySkill = Map.of();
    private QueueLines lines = new QueueLines(List.of());
    private long nowMs;
    private int publishEveryMs;
    private boolean stale;
    private boolean seeded;

    /**
     * @param dayStart tells for any time, in milliseconds since 1970, when its day began in the hotline's zone
     * @param team     an agent's team, null if he is in none
     */
    public Views(ViewLimits limits, LongUnaryOperator dayStart, Function<AgentId, String> team) {
        this.limits = limits;
        this.publishEveryMs = limits.publishEveryMs();
        this.book = new Book(limits.windowMinutes(), dayStart);
        this.floor = new Floor(limits, book);
        this.boardPainter = new BoardPainter(floor, book, team);
        this.deskPainter = new DeskPainter(floor);
        this.board = boardPainter.paint(lines, nowMs);
    }

    /** Takes in what one step of the machine told. */
    public void accept(List<AcdEvent> events) {
        for (AcdEvent event : events) {
            floor.apply(event);
            nowMs = Math.max(nowMs, event.atMs());
        }
        stale |= !events.isEmpty();
        publish();
    }

    /** Takes in one event. */
    public void accept(AcdEvent event) {
        accept(List.of(event));
    }

    /** The call has this ticket; one whose call is gone and off every desk is let go. */
    public void ticketOpened(CallId call, long ticket) {
        floor.ticketOpened(call, ticket);
        publish();
    }

    /** This is foretold; shown with the next board. */
    public void forecast(Forecast forecast) {
        boardPainter.forecast(forecast);
        stale = true;
        publish();
    }

    /** These alarms there are now; shown with the next board. */
    public void alarms(List<Alarm> alarms) {
        boardPainter.alarms(alarms);
        stale = true;
        publish();
    }

    /** Time has passed; to be called about once a second, so that the board does not look stale and midnight is seen. */
    public void tick(long toMs) {
        nowMs = toMs;
        floor.reach(toMs);
        stale |= Math.abs(nowMs - board.atMs()) >= Math.max(limits.refreshMs(), publishEveryMs);
        publish();
    }

    /** A new board at most once in so many milliseconds from now on; what concerns an agent himself reaches his desk as before. */
    public void publishEvery(int ms) {
        publishEveryMs = ms;
    }

    /**
     * Adds the day's counts of the runs before this one, so that it may come before or after the first events. Counts of
     * another day are let go.
     *
     * @throws IllegalStateException when called again: the same calls would count twice
     */
    public void seed(DayTotals totals) {
        if (seeded) {
            throw new IllegalStateException("the day's totals were already given; give them once after the start");
        }
        seeded = true;
        floor.seed(totals);
        stale = true;
        publish();
    }

    /** The wallboard as last published. */
    public BoardState board() {
        return board;
    }

    /** How many agents could take a call at the time of the board, by each of their skills; who has nobody is left out. */
    public Map<SkillId, Integer> readyBySkill() {
        return readyBySkill;
    }

    /** An agent's desk as last published; empty if there is no such agent. */
    public Optional<DeskState> desk(AgentId agent) {
        return Optional.ofNullable(desks.get(agent));
    }

    /** Calls {@code listener} on the applying thread after each publication; it must return at once. */
    public void onChange(Consumer<Change> listener) {
        listeners.add(listener);
    }

    /** The last news go out although the time for the next board has not come: for whoever stops applying. */
    public void flush() {
        if (stale) {
            publishAll();
        }
    }

    private void publish() {
        if (stale && Math.abs(nowMs - board.atMs()) >= publishEveryMs) {
            publishAll();
            return;
        }
        Set<AgentId> changed = repaintDesks(floor.takeTouched());
        if (!changed.isEmpty()) {
            tell(new Change(false, changed));
        }
    }

    private void publishAll() {
        stale = false;
        floor.takeTouched();
        lines = new QueueLines(floor.calls());
        readyBySkill = boardPainter.readyBySkill();
        board = boardPainter.paint(lines, nowMs);
        Set<AgentId> changed = repaintDesks(floor.agents().keySet());
        desks.keySet().retainAll(floor.agents().keySet());
        tell(new Change(true, changed));
    }

    private Set<AgentId> repaintDesks(Collection<AgentId> agents) {
        Set<AgentId> changed = new HashSet<>();
        for (AgentId agent : agents) {
            AgentLine line = floor.agents().get(agent);
            if (line != null && repaint(agent, line)) {
                changed.add(agent);
            }
        }
        return changed;
    }

    private boolean repaint(AgentId agent, AgentLine line) {
        DeskState before = desks.get(agent);
        if (before != null && before.equals(deskPainter.paint(line, lines, before.atMs()))) {
            return false;
        }
        desks.put(agent, deskPainter.paint(line, lines, nowMs));
        return true;
    }

    private void tell(Change change) {
        listeners.forEach(listener -> listener.accept(change));
    }
}
