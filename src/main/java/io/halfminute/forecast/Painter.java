package io.halfminute.forecast;

import io.halfminute.acd.Setup;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.Profile;
import io.halfminute.queue.Ask;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.QueueSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Makes a {@link Picture} of the {@link Scene}. */
final class Painter {

    /** From a decision to the phone's ringing, and some more; for how early a ring opens. */
    private static final long COMMAND_MS = 500;

    private final Scene scene;
    private final Lore lore;
    private final long nowMs;
    private final List<Profile> profiles = new ArrayList<>();
    private final Map<Profile, Integer> kinds = new HashMap<>();
    private final Map<QueueId, Integer> queueIndex = new HashMap<>();
    private final Map<AgentId, Integer> agentIndex = new HashMap<>();

    private Painter(Scene scene, Lore lore, long nowMs) {
        this.scene = scene;
        this.lore = lore;
        this.nowMs = nowMs;
    }

    static Picture paint(Scene scene, Lore lore, long nowMs) {
        return new Painter(scene, lore, nowMs).paint();
    }

    private Picture paint() {
        List<Picture.Agent> agents = agents();
        List<Picture.Queue> queues = queues();
        Setup setup = scene.setup();
        return new Picture(nowMs, queues, agents, calls(), profiles.size(),
                setup == null ? 0 : setup.routing().postponeLateMs(), lore.leavesPerMs(), lore.anyAbsence());
    }

    private List<Picture.Agent> agents() {
        List<Picture.Agent> agents = new ArrayList<>();
        List<SeenAgent> longestFirst = new ArrayList<>(scene.agents().values());
        longestFirst.sort(Comparator.<SeenAgent>comparingLong(seen -> seen.sinceMs).thenComparing(seen -> seen.id));
        for (SeenAgent seen : longestFirst) {
            Picture.Agent agent = agent(seen);
            if (agent != null) {
                agentIndex.put(seen.id, agents.size());
                agents.add(agent);
            }
        }
        return agents;
    }

    private int kind(Profile profile) {
        return kinds.computeIfAbsent(profile, added -> {
            profiles.add(added);
            return profiles.size() - 1;
        });
    }

    /** Null for whoever is not at work, or cannot be reached. */
    private Picture.Agent agent(SeenAgent seen) {
        if (!seen.reachable) {
            return null;
        }
        return switch (seen.state) {
            case SIGNED_OUT -> null;
            case READY -> ready(seen);
            case RESERVED, RINGING -> busy(seen, null, 0, null, Picture.Doing.What.RINGS);
            case ON_CALL -> busy(seen, talk(seen), Picture.NEVER, wrapUp(seen), Picture.Doing.What.BUSY);
            case WRAP_UP -> busy(seen, wrapUp(seen), seen.untilMs > 0 ? Math.max(0, seen.untilMs - nowMs) : Picture.NEVER,
                    null, Picture.Doing.What.WRAP_UP);
            case PAUSED -> new Picture.Agent(seen.id, kind(seen.profile), lore.absent(seen.reason).draws(),
                    nowMs - seen.sinceMs, Picture.NEVER, null, null, false,
                    new Picture.Doing(Picture.Doing.What.PAUSED, seen.reason));
        };
    }

    private Picture.Agent ready(SeenAgent seen) {
        Picture.Doing free = new Picture.Doing(Picture.Doing.What.FREE, "");
        Picture.Agent agent = new Picture.Agent(seen.id, kind(seen.profile), null, 0, 0, null, null, false, free);
        if (seen.inUse) {
            return new Picture.Agent(seen.id, agent.kind(), lore.absent(Lore.PRIVATE_CALL).draws(),
                    nowMs - seen.inUseSinceMs, Picture.NEVER, null, null, false,
                    new Picture.Doing(Picture.Doing.What.BUSY, ""));
        }
        return seen.restUntilMs > nowMs ? agent.freeAfter(seen.restUntilMs - nowMs) : agent;
    }

    private Picture.Agent busy(SeenAgent seen, Draws busy, long mostMs, Draws wrapUp, Picture.Doing.What doing) {
        boolean leaves = "signed-out".equals(seen.wish);
        Draws away = seen.wish == null || leaves ? null : lore.absent(seen.wish).draws();
        return new Picture.Agent(seen.id, kind(seen.profile), busy, Math.max(0, nowMs - seen.sinceMs), mostMs, wrapUp, away,
                leaves, new Picture.Doing(doing, ""));
    }

    private Draws talk(SeenAgent seen) {
        QueueSpec queue = queueOf(seen);
        return queue == null ? lore.anyAbsence() : lore.queue(queue).talk.draws();
    }

    private Draws wrapUp(SeenAgent seen) {
        QueueSpec queue = queueOf(seen);
        return queue == null ? new Draws(new long[] {0}) : lore.queue(queue).wrapUp.draws();
    }

    /** Of his call; somebody who was found in one, of any. */
    private QueueSpec queueOf(SeenAgent seen) {
        QueueSpec queue = seen.queue == null ? null : scene.queues().get(seen.queue);
        return queue != null || scene.queues().isEmpty() ? queue : scene.queues().values().iterator().next();
    }

    private List<Picture.Queue> queues() {
        List<Picture.Queue> queues = new ArrayList<>();
        for (QueueSpec spec : scene.queues().values()) {
            queueIndex.put(spec.id(), queues.size());
            queues.add(queue(spec));
        }
        return queues;
    }

    private Picture.Queue queue(QueueSpec spec) {
        QueueLore known = lore.queue(spec);
        return new Picture.Queue(spec.id(), spec.creditMs(), spec.targetMs(),
                (int) known.inVain.draws().quantile(0.5), rings(spec),
                openLeft(spec, known, rings(spec)), lately(spec, known), known.arrivals.expected(nowMs), known.missed.value(), 0, known.flow.draws(),
                known.pickUp.draws(), known.talk.draws(), known.wrapUp.draws(), known.patience);
    }

    /** As {@code LeastToSpare} prefers them: who lacks least of what is wanted, then who has the least to spare. */
    private int[][] rings(QueueSpec spec) {
        Ask ask = spec.widest();
        int[][] rings = new int[spec.rings().size()][];
        for (int ring = 0; ring < rings.length; ring++) {
            int last = ring;
            rings[ring] = IntStream.range(0, profiles.size())
                    .filter(kind -> spec.rings().subList(0, last + 1).stream()
                            .anyMatch(each -> each.circle().has(profiles.get(kind))))
                    .boxed()
                    .sorted(Comparator.<Integer>comparingInt(kind -> ask.shortOf(profiles.get(kind)))
                            .thenComparingLong(kind -> spare(profiles.get(kind)))
                            .thenComparingInt(kind -> kind))
                    .mapToInt(Integer::intValue).toArray();
        }
        return rings;
    }

    private long spare(Profile profile) {
        return scene.queues().values().stream()
                .filter(queue -> queue.rings().stream().anyMatch(ring -> ring.circle().has(profile))).count();
    }

    /**
     * At the latest each ring opens when the time left suffices for a try in it and in each wider one, by the slowest usual pick-up; at
     * once while nobody of those before it is at work. When nobody could come free in time it opens earlier, see
     * {@link #lately}.
     */
    private static long[] openLeft(QueueSpec spec, QueueLore known, int[][] kinds) {
        long tryMs = Math.min(spec.ringMs(), known.pickUp.draws().quantile(0.95)) + COMMAND_MS;
        int rings = spec.rings().size();
        long[] left = new long[rings];
        left[0] = Picture.NEVER;
        for (int ring = 1; ring < rings; ring++) {
            left[ring] = kinds[ring - 1].length == 0 ? Picture.NEVER : (rings - ring + 1) * tryMs;
        }
        return left;
    }

    private static Draws[] lately(QueueSpec spec, QueueLore known) {
        return spec.rings().stream().map(ring -> known.openedLeft.get(ring.name()))
                .map(lasting -> lasting == null ? null : lasting.draws()).toArray(Draws[]::new);
    }

    private List<Picture.Call> calls() {
        return scene.calls().values().stream().filter(SeenCall::isOpen).filter(call -> queueIndex.containsKey(call.queue))
                .sorted(Comparator.<SeenCall>comparingLong(call -> call.deadlineMs - call.creditMs)
                        .thenComparingLong(call -> call.arrivedMs).thenComparing(call -> call.id))
                .map(call -> new Picture.Call(call.id, queueIndex.get(call.queue), call.arrivedMs, call.deadlineMs,
                        call.stage, call.sinceMs, call.agent == null ? -1 : agentIndex.getOrDefault(call.agent, -1),
                        call.open, call.settled))
                .toList();
    }
}
