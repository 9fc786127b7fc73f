package io.halfminute.record;

import io.halfminute.agent.AgentId;
import io.halfminute.agent.SkillId;
import io.halfminute.call.BrandId;
import io.halfminute.call.CallEnd;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.CallerId;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.PbxId;
import io.halfminute.queue.QueueId;
import io.halfminute.why.Lateness;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One call, complete when it has ended and up to date until then.
 *
 * @param dialled  the number that the caller dialled
 * @param brand    null when nobody has that number
 * @param queue    the present or last queue, null likewise
 * @param end      null while the call lives
 * @param cause    why it ended, with the PBX's own words; null while the call lives
 * @param seen     false when the call ended while nobody watched; its end is then the latest possible one, unless the record
 *                 is {@link #reconstructed}
 * @param adopted  a server that started or reconnected took the call over
 * @param agents   who talked with the caller, in order of their first word, each once
 * @param offers   every time an agent was chosen, oldest first, at most {@link RecordLimits#offers} of them
 * @param segments the time line, oldest first; while the call lives the last one is open
 * @param skills   what its queue asked for when the call came to it, liked skills too; empty if that is not known
 * @param steps    how the search for an agent went, oldest first, at most {@link RecordLimits#steps} of them
 * @param late     why it missed its deadline; null when it did not, or not yet
 * @param pbx      where it was
 * @param calledBack what a call of our own is for; null for a caller's
 */
public record CallRecord(CallId call, CallerId caller, String dialled, BrandId brand, QueueId queue, int creditMs,
                         Milestones milestones, CallEnd end, Cause cause, boolean seen, boolean adopted,
                         List<AgentId> agents, List<OfferRecord> offers, List<Segment> segments,
                         List<SkillId> skills, List<SearchStep> steps, Lateness late, PbxId pbx, CalledBack calledBack) {
    /** Why a call ended, as the PBX tells it; an end that is guessed has none of them. */
    private static final Set<Cause.Reason> TOLD = EnumSet.of(Cause.Reason.NORMAL, Cause.Reason.CONGESTION, Cause.Reason.FAILED);

    public CallRecord {
        pbx = PbxId.orMain(pbx);
        agents = List.copyOf(agents);
        offers = List.copyOf(offers);
        segments = List.copyOf(segments);
        skills = skills == null ? List.of() : List.copyOf(skills);
        steps = steps == null ? List.of() : List.copyOf(steps);
    }

    /** At the only PBX. */
    public CallRecord(CallId call, CallerId caller, String dialled, BrandId brand, QueueId queue, int creditMs,
                      Milestones milestones, CallEnd end, Cause cause, boolean seen, boolean adopted, List<AgentId> agents,
                      List<OfferRecord> offers, List<Segment> segments, List<SkillId> skills, List<SearchStep> steps,
                      Lateness late) {
        this(call, caller, dialled, brand, queue, creditMs, milestones, end, cause, seen, adopted, agents, offers, segments,
                skills, steps, late, PbxId.MAIN, null);
    }

    /** Whether nobody watched the call's end and the PBX told of it, and of what went before, afterwards. */
    public boolean reconstructed() {
        return end != null && !seen && TOLD.contains(cause.reason());
    }

    /** Whether it is a call of our own, which has not reached the hotline and counts for no service level. */
    public boolean isOutgoing() {
        return calledBack != null;
    }

    /** Whether the call still goes on. */
    public boolean isLive() {
        return end == null;
    }
}
