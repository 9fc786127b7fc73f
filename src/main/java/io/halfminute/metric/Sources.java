package io.halfminute.metric;

import io.halfminute.alarm.AlarmKind;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.ServiceLevel;
import io.halfminute.why.LateCause;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

/**
 * Figures that others keep and that are read when somebody scrapes; from any thread, and without waiting.
 *
 * @param late   how many calls were late so far for a cause
 * @param alarms how many alarms of a kind there are
 */
public record Sources(Ami ami, Outbox outbox, Machine machine, Level level, Forecasts forecasts,
                      ToLongFunction<LateCause> late, Journal journal,
                      ToLongFunction<AlarmKind> alarms, Definitions definitions) {

    /** The service level of the calls that are over, as each definition counts it; the queue is null for calls that reached none. */
    public interface Definitions {
        /** Its successes so far. */
        long good(ServiceLevel level, QueueId queue);

        /** The calls that it counts at all so far. */
        long all(ServiceLevel level, QueueId queue);
    }

    /**
     * The journal of all that the machine took in; zeros when none is kept.
     *
     * @param written steps on the disk so far
     * @param lost    steps that found no room or no disk so far
     */
    public record Journal(LongSupplier written, LongSupplier lost) {
    }

    /**
     * The connection to the PBX.
     *
     * @param up         whether events can be heard
     * @param eventLagMs how far the last event was behind the PBX's clock
     * @param gaps       how often events were missing so far
     * @param reconnects how often the connection was made anew so far
     * @param commands   how many commands were sent so far
     */
    public record Ami(BooleanSupplier up, LongSupplier eventLagMs, LongSupplier gaps, LongSupplier reconnects,
                      LongSupplier commands) {
    }

    /**
     * What waits to be written to the database.
     *
     * @param entries  how many
     * @param oldestMs how long the oldest has waited, 0 if there is none
     * @param failures how many tries failed so far
     */
    public record Outbox(LongSupplier entries, LongSupplier oldestMs, LongSupplier failures) {
    }

    /**
     * The loop around the machine.
     *
     * @param backlog inputs that wait to be taken
     * @param dropped batches of events that a stuck listener did not get so far
     * @param lagMs   the longest that one of them had to wait lately
     * @param slowed  whether boards are made less often for it
     */
    public record Machine(LongSupplier backlog, LongSupplier dropped, LongSupplier lagMs, BooleanSupplier slowed) {
    }

    /** The service level as the wallboard shows it, 0 to 1; NaN when there was no call. */
    public record Level(DoubleSupplier now, DoubleSupplier today) {
    }

    /**
     * What is foretold.
     *
     * @param level     the service level to be expected, 0 to 1; NaN when none is
     * @param error     by how much earlier ones were off, in the mean, 0 to 1; NaN before the first is over
     * @param told      bounds of a wait of which it is known whether they held so far
     * @param held      how many of them held
     * @param leftOut   forecasts that were left out so far because the machine was busy
     */
    public record Forecasts(DoubleSupplier level, DoubleSupplier error, LongSupplier told, LongSupplier held,
                            LongSupplier leftOut) {
    }
}
