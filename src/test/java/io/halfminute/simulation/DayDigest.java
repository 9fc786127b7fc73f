package io.halfminute.simulation;

import io.halfminute.acd.Acd;
import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdInput;
import io.halfminute.acd.Outputs;
import io.halfminute.pbx.PbxCommand;
import java.util.TreeSet;

/** A short day's outputs as one number; also as a program, to compare JVMs. */
final class DayDigest {

    private DayDigest() {
    }

    public static void main(String[] args) {
        System.out.println(digest());
    }

    static String digest() {
        Plan plan = Hotline.day(11, 800, 0, Faults.MANY);
        Machine real = Machine.of(new Acd(plan.setup(), 1));
        long[] digest = {0};
        Simulation.play(plan, new Machine() {
            @Override
            public Outputs apply(AcdInput input, long nowMs) {
                Outputs outputs = real.apply(input, nowMs);
                outputs.commands().forEach(command -> add(digest, inOrder(command)));
                outputs.events().stream().filter(event -> !(event instanceof AcdEvent.SetupChanged))
                        .forEach(event -> add(digest, event.toString()));
                return outputs;
            }

            @Override
            public long nextDeadlineMs() {
                return real.nextDeadlineMs();
            }
        }, new Watch());
        return Long.toHexString(digest[0]);
    }

    /** A set has no order; its text has. */
    private static String inOrder(PbxCommand command) {
        return command instanceof PbxCommand.KeepFallback keep ? new TreeSet<>(keep.members()).toString()
                : command.toString();
    }

    private static void add(long[] digest, String text) {
        digest[0] = digest[0] * 1_000_003 + text.hashCode();
    }
}
