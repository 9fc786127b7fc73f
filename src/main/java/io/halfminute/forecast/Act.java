package io.halfminute.forecast;

import io.halfminute.queue.QueueId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Something that a supervisor can do so that more callers are answered in time. */
public sealed interface Act {

    /** What it costs the people, to compare acts by: the wrap-up of one agent is 1. */
    int cost();

    /** The room after it. */
    Picture on(Picture before);

    /** So many agents end their wrap-up now. */
    record EndWrapUps(int agents) implements Act {
        @Override
        public int cost() {
            return agents;
        }

        @Override
        public Picture on(Picture before) {
            return Acts.freed(before, Picture.Doing.What.WRAP_UP, "", agents, 0);
        }
    }

    /**
     * So many agents are called back from their pause.
     *
     * @param reason of the pause
     * @param inMs   how long it takes until they are ready
     */
    record CallBack(String reason, int agents, int inMs) implements Act {
        private static final int OF_ONE = 3;

        @Override
        public int cost() {
            return OF_ONE * agents;
        }

        @Override
        public Picture on(Picture before) {
            return Acts.freed(before, Picture.Doing.What.PAUSED, reason, agents, inMs);
        }
    }

    /** Callers of this queue are at once brought to everybody in this ring and those before it. */
    record OpenRing(QueueId queue, String ring, int number) implements Act {
        private static final int COST = 2;

        @Override
        public int cost() {
            return COST;
        }

        @Override
        public Picture on(Picture before) {
            return Acts.queues(before, each -> each.id().equals(queue) ? opened(each) : each);
        }

        private Picture.Queue opened(Picture.Queue each) {
            long[] left = each.openLeftMs().clone();
            for (int ring = 0; ring <= number; ring++) {
                left[ring] = Picture.NEVER;
            }
            return each.withRingsAt(left);
        }
    }

    /**
     * Callers who would have to wait are offered to be called back.
     *
     * @param taken how many of them take it, 0 to 1
     */
    record OfferCallbacks(double taken) implements Act {
        private static final int COST = 8;

        @Override
        public int cost() {
            return COST;
        }

        @Override
        public Picture on(Picture before) {
            return Acts.queues(before, each -> each.withCallback(taken));
        }
    }

    /** What can be done in this room, the cheapest first. */
    static List<Act> possible(Picture picture, List<OpenRing> rings, ForecastSpec.Advice advice) {
        List<Act> acts = new ArrayList<>(rings);
        acts.addAll(Acts.endings(picture));
        acts.addAll(Acts.callings(picture, advice.callBackMs()));
        if (advice.callbacksTaken() > 0) {
            acts.add(new OfferCallbacks(advice.callbacksTaken()));
        }
        acts.sort(Comparator.comparingInt(Act::cost));
        return acts.subList(0, Math.min(acts.size(), Acts.MOST));
    }
}
