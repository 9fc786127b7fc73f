package io.halfminute.simulation;

import static io.halfminute.simulation.RuleBroken.require;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.Setup;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentState;
import io.halfminute.callback.Callback;
import io.halfminute.callback.CallbackId;
import io.halfminute.callback.CallbackState;
import io.halfminute.pbx.CallId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * No more agents are given to callbacks than their share, there is one callback to a number, nobody is called twice at once, nor
 * while he is on the line himself, and each promise is closed once, in the end. That none waits beside an agent whom its share
 * allows the machine watches by itself.
 */
final class CallbacksKeepTheirRules implements Checker {

    private final Map<AgentId, AgentState> agents = new HashMap<>();
    private final Set<CallId> outgoing = new HashSet<>();
    private final Map<CallbackId, Callback> open = new HashMap<>();
    private final Set<CallbackId> closed = new HashSet<>();
    /** By which call each is tried at present. */
    private final Map<CallbackId, CallId> tries = new HashMap<>();
    private final Map<CallbackState, Integer> came = new EnumMap<>(CallbackState.class);
    private Setup setup;

    /** How often a callback has come into each state. */
    Map<CallbackState, Integer> came() {
        return came;
    }

    @Override
    public void see(Step step) {
        for (AcdEvent event : step.outputs().events()) {
            see(event);
        }
    }

    private void see(AcdEvent event) {
        switch (event) {
            case AcdEvent.SetupChanged changed -> setup = changed.setup();
            case AcdEvent.AgentChanged changed -> agents.put(changed.agent(), changed.to());
            case AcdEvent.CallbackTried tried -> tried(tried);
            case AcdEvent.CallEnded ended -> {
                if (outgoing.remove(ended.call())) {
                    tries.values().remove(ended.call());
                }
            }
            case AcdEvent.CallbackChanged changed -> changed(changed.callback());
            default -> { }
        }
    }

    private void tried(AcdEvent.CallbackTried tried) {
        long atWork = agents.values().stream()
                .filter(in -> in != AgentState.SIGNED_OUT && in != AgentState.PAUSED).count();
        int most = Math.max(1, (int) (atWork * setup.callbacks().share()));
        require(outgoing.size() < most, tried.call(), () -> "it is more than the share " + most + " of " + atWork + " at work");
        outgoing.add(tried.call());
        CallbackId id = tried.callback().id();
        require(open.containsKey(id), id, "it is tried and is not open");
        require(tried.callback().state() != CallbackState.HELD, id, "it is tried while its customer is on the line");
        CallId before = tries.put(id, tried.call());
        require(before == null, id, () -> "it is tried by " + tried.call() + " and by " + before);
    }

    private void changed(Callback callback) {
        came.merge(callback.state(), 1, Integer::sum);
        require(!closed.contains(callback.id()), callback.id(), "it changes after its end");
        if (!callback.isOpen()) {
            open.remove(callback.id());
            closed.add(callback.id());
            return;
        }
        open.put(callback.id(), callback);
        long toNumber = open.values().stream().filter(other -> lastDigits(other).equals(lastDigits(callback))).count();
        require(toNumber == 1, callback.id(), () -> "there are " + toNumber + " to " + callback.request().number());
    }

    private static String lastDigits(Callback callback) {
        String number = callback.request().number();
        return number.substring(Math.max(0, number.length() - 9));
    }

    @Override
    public void settled() {
        require(open.isEmpty(), open, "these callbacks never ended");
    }
}
