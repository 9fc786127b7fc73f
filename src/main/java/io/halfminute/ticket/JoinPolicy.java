package io.halfminute.ticket;

import io.halfminute.call.BrandId;
import java.util.Objects;

/**
 * Which ticket a call belongs to. It joins a ticket when all of these hold, else it opens one:
 * <ol>
 * <li>the customer is the same, by his {@link PhoneNumbers normalised number}; who withholds his number joins nothing, for
 *     nobody could tell two such callers apart;
 * <li>the brand is the same: another shop's ticket has other readers, other goods and its own reports (SHOPS), and a customer
 *     who calls two shops on one day has two matters more often than one;
 * <li>there is still something to do in it: a matter that was solved is opened again by people, not by chance;
 * <li>its last call arrived no longer ago than {@code withinMs}.
 * </ol>
 *
 * @param withinMs since the arrival of the ticket's last call; 0 lets every call open its own ticket
 */
public record JoinPolicy(long withinMs) {

    /** What ships: a day. */
    public static final JoinPolicy DEFAULT = new JoinPolicy(24 * 3_600_000L);

    public JoinPolicy {
        if (withinMs < 0) {
            throw new IllegalArgumentException("repeat calls join within " + withinMs
                    + " ms; what would do is 0 (never) or more, such as 86400000 for a day");
        }
    }

    /** Whether a call of the ticket's customer to this brand joins the ticket. */
    public boolean joins(Ticket ticket, BrandId brand, long arrivedMs) {
        return Objects.equals(ticket.brand(), brand)
                && ticket.status().isUnfinished()
                && arrivedMs - ticket.lastCallMs() < withinMs;
    }
}
