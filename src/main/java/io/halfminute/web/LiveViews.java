package io.halfminute.web;

import io.halfminute.agent.AgentId;
import io.halfminute.view.BoardState;
import io.halfminute.view.DeskState;
import io.halfminute.view.Views;
import java.util.Optional;
import java.util.function.Consumer;

/** What is happening now, to be read by any thread at any time. */
public interface LiveViews {

    /** The wallboard as last published. */
    BoardState board();

    /** An agent's desk as last published; empty if there is no such agent. */
    Optional<DeskState> desk(AgentId agent);

    /** Calls {@code listener} after each publication, on any thread; it returns at once. */
    void onChange(Consumer<Views.Change> listener);

    /** The real ones. */
    static LiveViews of(Views views) {
        return new LiveViews() {
            @Override
            public BoardState board() {
                return views.board();
            }

            @Override
            public Optional<DeskState> desk(AgentId agent) {
                return views.desk(agent);
            }

            @Override
            public void onChange(Consumer<Views.Change> listener) {
                views.onChange(listener);
            }
        };
    }
}
