package io.halfminute.web;

import io.halfminute.agent.AgentId;
import io.halfminute.view.BoardState;
import io.halfminute.view.DeskState;
import io.halfminute.view.ForecastState;
import io.halfminute.view.Views;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Boards that a test paints itself. */
final class FakeLive implements LiveViews {

    static final String CUSTOMER = "13800138000";

    private final List<Consumer<Views.Change>> listeners = new CopyOnWriteArrayList<>();
    private final Map<AgentId, DeskState> desks = new HashMap<>();
    private volatile BoardState board = board(1);

    FakeLive() {
        desks.put(new AgentId("1001"), desk("1001", 1, null));
        desks.put(new AgentId("1002"), desk("1002", 1, null));
    }

    /** 1001 talks with {@link #CUSTOMER} from now on. */
    void talks() {
        publishDesk(desk("1001", 2, new DeskState.Call("call-1", "talking", new DeskState.Caller(CUSTOMER, "王芳"), "shop-a",
                "shop-a", "Shop A", 1_000, 31_000, 5_000L, null, 7L)));
    }

    void publishBoard(BoardState newBoard) {
        board = newBoard;
        listeners.forEach(listener -> listener.accept(new Views.Change(true, Set.of())));
    }

    synchronized void publishDesk(DeskState desk) {
        AgentId agent = new AgentId(desk.agent());
        desks.put(agent, desk);
        listeners.forEach(listener -> listener.accept(new Views.Change(false, Set.of(agent))));
    }

    @Override
    public BoardState board() {
        return board;
    }

    @Override
    public synchronized Optional<DeskState> desk(AgentId agent) {
        return Optional.ofNullable(desks.get(agent));
    }

    @Override
    public void onChange(Consumer<Views.Change> listener) {
        listeners.add(listener);
    }

    static BoardState board(long atMs) {
        return board(atMs, "Li Na");
    }

    /** @param name of agent 1001; a long one makes a long message */
    static BoardState board(long atMs, String name) {
        var agent = new BoardState.Agent("1001", name, null, "ready", "", 1, 0, null, null, true, false);
        var busy = new BoardState.Agent("1002", "Bob", "evening", "on-call", "", 1, 0, "paused",
                new BoardState.Call("call-1", "shop-a", "138****8000"), true, true);
        var waiting = new BoardState.Waiting("call-2", "shop-a", "Shop A", "shop-a", "138****8000", 0, 1_000, 31_000, "waiting",
                null, new ForecastState.Wait(20_000L, 29_000L, 1, null));
        var queue = new BoardState.Queue("shop-a", "Shop A", 1, 1_000L, 31_000L, 1, 2, 4, 3, 2, 1, 0, 1, 1, 0, 0, 0.5, null);
        var totals = new BoardState.Totals(4, 3, 2, 1, 0, 1, 1, 0, 0, 2 / 3.0, 1.0,
                new BoardState.Definition("of-all-calls", "answered within 30 s / all calls"));
        return new BoardState(atMs, new BoardState.Link(true, ""), 30_000, 1, List.of(waiting), List.of(agent, busy),
                List.of(queue), totals, forecast(),
                List.of(new BoardState.Alarm("queue-floor", "critical", "shop-a", 1, new BoardState.Text("人手不足", "too few"))),
                new BoardState.Callbacks(3, 1_000L, 5, 1));
    }

    private static ForecastState forecast() {
        return new ForecastState(1, 900_001, "ready", 0.72, 0.6, 0.85, 40, new BoardState.Definition("of-all-calls", "all"),
                new ForecastState.Advice("call-back", 2, "meal", null, null, 0.91, 0.19),
                List.of(new ForecastState.Queue("shop-a", "Shop A", 0.72, 0.6, 0.85, 40, 160,
                        new ForecastState.Wait(null, null, null, "nobody"))),
                new ForecastState.Past(100, 80, 12, 0.03));
    }

    static DeskState desk(String agent, long atMs, DeskState.Call call) {
        return new DeskState(atMs, agent, "Agent " + agent, call == null ? "ready" : "on-call", "", 1, 0, null,
                new DeskState.Phone(true, false), Map.of("mandarin", 5), call, new DeskState.Today(3, 0, 60_000),
                List.of(new DeskState.Queue("shop-a", "Shop A", 0, null)));
    }
}
