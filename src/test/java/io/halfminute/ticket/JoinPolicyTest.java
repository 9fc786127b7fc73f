package io.halfminute.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.call.BrandId;
import io.halfminute.pbx.CallerId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JoinPolicyTest {

    private static final long NOON = 1_800_000_000_000L;
    private static final long DAY = 86_400_000;
    private static final BrandId SHOP_A = new BrandId("shop-a");

    private final JoinPolicy policy = JoinPolicy.DEFAULT;

    @ParameterizedTest
    @EnumSource
    void onlyAnUnfinishedTicketIsJoined(TicketStatus status) {
        boolean unfinished = List.of(TicketStatus.OPEN, TicketStatus.IN_PROGRESS, TicketStatus.WAITING).contains(status);

        assertEquals(unfinished, policy.joins(ticket(SHOP_A, status), SHOP_A, NOON + 1));
    }

    @Test
    void theDayEndsToTheMillisecond() {
        assertTrue(policy.joins(ticket(SHOP_A, TicketStatus.OPEN), SHOP_A, NOON + DAY - 1));
        assertFalse(policy.joins(ticket(SHOP_A, TicketStatus.OPEN), SHOP_A, NOON + DAY));
    }

    @Test
    void anotherShopIsAnotherMatter() {
        assertFalse(policy.joins(ticket(SHOP_A, TicketStatus.OPEN), new BrandId("shop-b"), NOON));
        assertFalse(policy.joins(ticket(null, TicketStatus.OPEN), SHOP_A, NOON));
        assertTrue(policy.joins(ticket(null, TicketStatus.OPEN), null, NOON));
    }

    @Test
    void withZeroEveryCallHasItsOwnTicket() {
        assertFalse(new JoinPolicy(0).joins(ticket(SHOP_A, TicketStatus.OPEN), SHOP_A, NOON));
    }

    private static Ticket ticket(BrandId brand, TicketStatus status) {
        return new Ticket(1, 0, brand, new CallerId("1", ""), TicketClass.COMMON, null, status, TicketPriority.NORMAL,
                NOON - 5 * DAY, NOON, NOON, 1);
    }
}
