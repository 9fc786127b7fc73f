package io.halfminute.callback;

import io.halfminute.call.BrandId;
import io.halfminute.pbx.CallId;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.SkillDemand;
import java.util.List;

/**
 * What is promised to whom.
 *
 * @param number      of the customer; hostile until {@link Outgoing} has made a number to dial of it
 * @param queue       null for that of the shop
 * @param demands     what it asks for beyond its queue, as the call did that it came from
 * @param from        that call; null if it came from none
 * @param ticket      in which its attempts are kept; 0 for that of {@code from}, or else that of the number
 * @param sinceMs     when the customer first arrived; its place in the order counts from there
 * @param notBeforeMs 0 for at once
 * @param untilMs     after that it is given up; 0 for as long as the configuration says
 * @param by          the user who promised it; empty for the hotline itself
 */
public record CallbackRequest(String number, BrandId brand, QueueId queue, List<SkillDemand> demands,
                              CallbackReason why, CallId from, long ticket, long sinceMs, long notBeforeMs,
                              long untilMs, String by) {

    /** More are not taken; they come from menus and tickets. */
    public static final int MOST_DEMANDS = 16;

    public CallbackRequest {
        demands = List.copyOf(demands.subList(0, Math.min(demands.size(), MOST_DEMANDS)));
        by = by == null ? "" : by;
    }

    /** In a queue, with what else is asked for there. */
    public CallbackRequest in(QueueId where, List<SkillDemand> more) {
        return new CallbackRequest(number, brand, where, more, why, from, ticket, sinceMs, notBeforeMs, untilMs, by);
    }

    /** The same promise made twice: who came first counts, and the ticket that is known. */
    CallbackRequest joined(CallbackRequest again) {
        return new CallbackRequest(number, brand, queue, demands, why, from == null ? again.from : from,
                ticket == 0 ? again.ticket : ticket, Math.min(sinceMs, again.sinceMs), notBeforeMs, untilMs, by);
    }
}
