package io.halfminute.forecast;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.LearnedTimes;
import io.halfminute.pbx.CallId;
import io.halfminute.queue.QueueSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Learns from what happens and foretells what will be. One thread owns it.
 *
 * <p>When a caller is answered follows from playing the room on: see {@link Play}. The bound that he may be told is set by
 * how earlier bounds held, see {@link Memory}. Advice is found by playing the same chance on in a room where the act has
 * been done: the difference is the act's, not chance's.
 */
public final class Forecaster {

    /** Fewer talks than so many say too little about how long the next will be. */
    private static final int ENOUGH_TALKS = 20;
    private static final double MOSTLY = 0.8;
    /** So much spread is always allowed: nobody minds half a minute. */
    private static final long SMALL_MS = 30_000;

    private final ForecastSpec spec;
    private final Lore lore;
    private final Memory memory;
    private final Scene scene;
    private long made;

    public Forecaster(ForecastSpec spec) {
        this.spec = spec;
        this.lore = new Lore(spec.effort().kept());
        this.memory = new Memory(spec.speech().sure());
        this.scene = new Scene(lore, spec.effort().mostCalls(), memory);
    }

    /** Takes in what happened. */
    public void accept(List<AcdEvent> events) {
        events.forEach(scene::apply);
    }

    /** Takes in how long talks and wrap-ups of the configured queues took in an earlier run. */
    public void relearn(LearnedTimes past) {
        for (LearnedTimes.Handled handled : past.handled()) {
            QueueSpec queue = scene.queues().get(handled.queue());
            if (queue != null) {
                handled.talksMs().forEach(lore.queue(queue).talk::add);
                handled.wrapUpsMs().forEach(lore.queue(queue).wrapUp::add);
            }
        }
    }

    /**
     * What will be, from now on.
     *
     * @param enough asked between plays: whether so much time has been spent that what was played has to do
     */
    public Forecast forecast(long nowMs, BooleanSupplier enough) {
        memory.pass(nowMs);
        Picture picture = Painter.paint(scene, lore, nowMs);
        if (picture.queues().isEmpty()) {
            return Forecast.NONE;
        }
        long seed = spec.effort().seed() + made++;
        Sample sample = play(picture, seed, enough);
        Forecast.Expected hotline = told(sample.expected());
        List<Forecast.Wait> waits = waits(picture, sample);
        if (scene.linkUp()) {
            memory.tell(toBeTold(picture, waits));
            memory.tell(hotline, nowMs, nowMs + spec.aheadMs());
        }
        return new Forecast(nowMs, nowMs + spec.aheadMs(), status(), hotline, queues(picture, sample), waits,
                advice(picture, hotline, sample, seed, enough), memory.trackRecord(), sample.played());
    }

    /** Whether this caller waits and no phone rings for him. */
    boolean isInLine(CallId call) {
        SeenCall seen = scene.calls().get(call);
        return seen != null && seen.stage == SeenCall.Stage.WAITING;
    }

    private Sample play(Picture picture, long seed, BooleanSupplier enough) {
        return Sample.of(picture, spec.aheadMs(), spec.effort().plays(), seed, enough);
    }

    private Forecast.Status status() {
        if (!scene.linkUp()) {
            return Forecast.Status.LINK_DOWN;
        }
        return isLearning() ? Forecast.Status.LEARNING : Forecast.Status.READY;
    }

    /** Nothing that could be taken for a forecast while there is nothing to rest one on. */
    private Forecast.Expected told(Forecast.Expected expected) {
        return status() == Forecast.Status.READY ? expected : expected.withoutShare();
    }

    /** While most talks are of queues where the opinion of the beginning still counts, a share would be that of the opinion. */
    private boolean isLearning() {
        long all = 0;
        long known = 0;
        for (QueueSpec queue : scene.queues().values()) {
            long seen = lore.queue(queue).talk.seen();
            all += seen;
            known += seen >= Lasting.OPINION ? seen : 0;
        }
        return all == 0 || known < MOSTLY * all;
    }

    private List<Forecast.Wait> waits(Picture picture, Sample sample) {
        List<Forecast.Wait> waits = new ArrayList<>();
        for (int i = 0; i < picture.calls().size(); i++) {
            Picture.Call call = picture.calls().get(i);
            waits.add(wait(call, picture.queues().get(call.queue()), sample.answers(i), picture.nowMs()));
        }
        return waits;
    }

    /** Who waits in the room; a phone that rings already says more than we could. */
    private static List<Forecast.Wait> toBeTold(Picture picture, List<Forecast.Wait> waits) {
        List<Forecast.Wait> some = new ArrayList<>();
        for (int i = 0; i < waits.size(); i++) {
            if (picture.calls().get(i).stage() == SeenCall.Stage.WAITING) {
                some.add(waits.get(i));
            }
        }
        return some;
    }

    private List<Forecast.OfQueue> queues(Picture picture, Sample sample) {
        List<Forecast.OfQueue> queues = new ArrayList<>();
        for (int q = 0; q < picture.queues().size(); q++) {
            Picture.Queue queue = picture.queues().get(q);
            queues.add(new Forecast.OfQueue(queue.id(), told(sample.expected(q)), queue.expected().perMs() * 3_600_000,
                    wait(null, queue, sample.answers(picture.calls().size() + q), picture.nowMs())));
        }
        return queues;
    }

    private Forecast.Wait wait(Picture.Call call, Picture.Queue queue, long[] answers, long nowMs) {
        long middle = at(answers, 0.5);
        long by = at(answers, memory.level());
        return new Forecast.Wait(call == null ? null : call.id(), queue.id(), orNull(middle), orNull(by),
                silence(queue, middle - nowMs, by - nowMs, by));
    }

    private Forecast.Silence silence(Picture.Queue queue, long middleMs, long boundMs, long by) {
        if (!scene.linkUp()) {
            return Forecast.Silence.LINK_DOWN;
        }
        QueueSpec known = scene.queues().get(queue.id());
        if (known == null || lore.queue(known).talk.seen() < ENOUGH_TALKS) {
            return Forecast.Silence.LEARNING;
        }
        if (by >= Picture.NEVER) {
            return Forecast.Silence.NOBODY;
        }
        if (boundMs > spec.speech().mostMs()) {
            return Forecast.Silence.TOO_LONG;
        }
        return boundMs > SMALL_MS && boundMs > spec.speech().mostSpread() * middleMs ? Forecast.Silence.TOO_UNSURE : null;
    }

    /** The nearest rank. */
    private static long at(long[] sorted, double share) {
        return sorted[(int) Math.clamp((long) Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)];
    }

    private static Long orNull(long ms) {
        return ms >= Picture.NEVER ? null : ms;
    }

    /** The cheapest act that reaches the aim; if none does, the one that does most. */
    private Forecast.Advice advice(Picture picture, Forecast.Expected hotline, Sample sample, long seed,
                                   BooleanSupplier enough) {
        if (hotline.share() == null || hotline.share() >= spec.advice().aim()) {
            return null;
        }
        Forecast.Advice best = null;
        for (Act act : Act.possible(picture, rings(), spec.advice())) {
            if (enough.getAsBoolean()) {
                return best;
            }
            Sample with = play(act.on(picture), seed, enough);
            Sample.Lift lift = with.over(sample);
            Double share = with.expected().share();
            if (share == null || lift.mean() < spec.advice().margin() || lift.mean() < lift.error()) {
                continue;
            }
            Forecast.Advice advice = new Forecast.Advice(act, share, lift.mean());
            if (share >= spec.advice().aim()) {
                return advice;
            }
            best = best == null || lift.mean() > best.lift() ? advice : best;
        }
        return best;
    }

    /** Of each queue that has more than one, the widest; an outside number is no ring of agents. */
    private List<Act.OpenRing> rings() {
        List<Act.OpenRing> rings = new ArrayList<>();
        for (QueueSpec queue : scene.queues().values()) {
            int last = queue.rings().size() - 1;
            while (last > 0 && queue.rings().get(last).number().isPresent()) {
                last--;
            }
            if (last > 0) {
                rings.add(new Act.OpenRing(queue.id(), queue.rings().get(last).name(), last));
            }
        }
        return rings;
    }
}
