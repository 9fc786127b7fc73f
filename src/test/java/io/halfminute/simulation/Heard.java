package io.halfminute.simulation;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdInput;
import io.halfminute.acd.Outputs;
import io.halfminute.agent.AgentId;
import io.halfminute.call.CallEnd;
import io.halfminute.pbx.CallId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the core tells of each call. */
final class Heard {

    /** Times in seconds. */
    static final class Call {
        private final String queue;
        private final long arrivedMs;
        private final long gapMs;
        private long waitMs;
        private long talkMs;
        private boolean gaveUp;
        private AgentId agent;

        private Call(String queue, long arrivedMs, long gapMs) {
            this.queue = queue;
            this.arrivedMs = arrivedMs;
            this.gapMs = gapMs;
        }

        boolean isOf(int stream) {
            return queue.equals("q" + stream);
        }

        /** Since the arrival before this one, of whatever stream. */
        double gapS() {
            return gapMs / 1e3;
        }

        /** Until answered or until he gave up. */
        double waitS() {
            return waitMs / 1e3;
        }

        double talkS() {
            return talkMs / 1e3;
        }

        boolean gaveUp() {
            return gaveUp;
        }

        boolean waited() {
            return waitMs > 0;
        }

        boolean isWith(int number) {
            return Trial.agent(number).equals(agent);
        }
    }

    private final List<Call> calls = new ArrayList<>();
    private final Map<CallId, Call> present = new HashMap<>();
    private long lastMs = Plan.START_MS;

    List<Call> calls() {
        return calls;
    }

    Machine by(Machine machine) {
        return new Machine() {
            @Override
            public Outputs apply(AcdInput input, long nowMs) {
                Outputs outputs = machine.apply(input, nowMs);
                outputs.events().forEach(Heard.this::see);
                return outputs;
            }

            @Override
            public long nextDeadlineMs() {
                return machine.nextDeadlineMs();
            }
        };
    }

    private void see(AcdEvent event) {
        switch (event) {
            case AcdEvent.CallArrived arrived -> arrived(arrived);
            case AcdEvent.CallAnswered answered -> {
                Call call = present.get(answered.call());
                call.waitMs = answered.atMs() - call.arrivedMs;
                call.agent = answered.agent();
            }
            case AcdEvent.CallEnded ended -> ended(present.remove(ended.call()), ended);
            default -> { }
        }
    }

    private void arrived(AcdEvent.CallArrived arrived) {
        Call call = new Call(arrived.queue().value(), arrived.arrivedMs(), arrived.arrivedMs() - lastMs);
        lastMs = arrived.arrivedMs();
        present.put(arrived.call(), call);
        calls.add(call);
    }

    private static void ended(Call call, AcdEvent.CallEnded ended) {
        if (ended.end() == CallEnd.ABANDONED) {
            call.gaveUp = true;
            call.waitMs = ended.atMs() - call.arrivedMs;
        } else {
            call.talkMs = ended.atMs() - call.arrivedMs - call.waitMs;
        }
    }
}
