package io.halfminute.simulation;

import io.halfminute.routing.Grid;
import io.halfminute.routing.IdleAgent;
import io.halfminute.queue.Place;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A hotline of the literature. All times are microseconds.
 *
 * @param streams  kinds of callers
 * @param agents   the number of each agent's profile
 * @param who      does for what, and how well: streams by profiles
 * @param lines    calls at the same time, in talk or waiting; more are turned away
 * @param target   until when a call is in time
 * @param postpone by how much later calls are served that cannot be in time any more; see {@code RoutingSpec}
 * @param choice   who gets whom
 */
public record FloorPlan(List<Stream> streams, List<Integer> agents, Grid who, int lines, long target, long postpone,
                        Choice choice) {

    /** The same hotline, where others get each other. */
    public FloorPlan with(Choice other) {
        return new FloorPlan(streams, agents, who, lines, target, postpone, other);
    }

    /** How a stream's callers talk, and how long they wait. */
    public record Stream(Law talk, Law patience) {
    }

    /** When calls come. */
    public interface Arrivals {
        /** The moment of the next call; {@link Law#FOREVER_MS} if none comes any more. */
        long next(long now, RandomGenerator chance);

        /** Which stream it is of. */
        int stream(long at, RandomGenerator chance);
    }

    /** Poisson's law, for ever; rates in calls a microsecond. */
    public static Arrivals poisson(double... rates) {
        double[] upTo = rates.clone();
        for (int i = 1; i < upTo.length; i++) {
            upTo[i] += upTo[i - 1];
        }
        double all = upTo[upTo.length - 1];
        return new Arrivals() {
            @Override
            public long next(long now, RandomGenerator chance) {
                return now + Math.round(chance.nextExponential() / all);
            }

            @Override
            public int stream(long at, RandomGenerator chance) {
                double drawn = chance.nextDouble() * all;
                int stream = 0;
                while (stream < upTo.length - 1 && drawn >= upTo[stream]) {
                    stream++;
                }
                return stream;
            }
        };
    }

    /** Who gets whom; what production does unless said otherwise. */
    public interface Choice {
        /** As the index decides. */
        Choice OF_INDEX = new Choice() {
        };

        /** Whom an arriving call gets; null if nobody is idle who does. */
        default IdleAgent agentFor(FloorCall call, Floor floor) {
            return floor.index().bestFor(call.stream());
        }

        /** Which call an agent gets; null if none waits for which he does. */
        default Place callFor(IdleAgent agent, Floor floor) {
            return floor.index().firstFor(agent.profile());
        }
    }

    /** What becomes of calls. */
    public interface Watch {
        /** All lines were taken. */
        void refused(FloorCall call);

        /** Waited for so long and was answered. */
        void answered(FloorCall call, long waited, IdleAgent by);

        /** Has been answered and will talk for so long. */
        default void talks(FloorCall call, long talk) {
        }

        /** Waited for so long and hung up. */
        void gaveUp(FloorCall call, long waited);
    }
}
