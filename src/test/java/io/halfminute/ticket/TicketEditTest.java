package io.halfminute.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.pbx.CallerId;
import io.halfminute.ticket.TicketDesk.PatchResult;
import org.junit.jupiter.api.Test;

class TicketEditTest {

    private final Ticket repair = new Ticket(7, 3, null, new CallerId("1", ""), TicketClass.AFTER_SALES, TicketType.REPAIR,
            TicketStatus.CLOSED, TicketPriority.NORMAL, 1, 2, 1, 1);

    @Test
    void aNewClassDropsTheTypeOfTheOldOne() {
        TicketEdit edit = TicketEdit.of(repair, new TicketPatch(3, TicketClass.URGENT, null, null, null), "1001", 9);

        assertNull(edit.ticket().type());
        assertEquals(4, edit.ticket().version());
        assertEquals(new TicketStory.Change(9, "1001", "type", "repair", null), edit.changes().get(1));
    }

    @Test
    void aClosedTicketCanOnlyBeOpenedAgain() {
        TicketPatch solve = new TicketPatch(3, null, null, TicketStatus.SOLVED, null);
        var refusal = assertInstanceOf(PatchResult.NotAllowed.class, TicketEdit.refusal(repair, solve).orElseThrow());

        assertEquals("ticket 7 is closed and cannot become solved; open it first", refusal.message());
        assertTrue(TicketEdit.refusal(repair, new TicketPatch(3, null, null, TicketStatus.OPEN, null)).isEmpty());
    }

    @Test
    void whatIsAlreadySoIsNoChange() {
        TicketEdit edit = TicketEdit.of(repair, new TicketPatch(3, TicketClass.AFTER_SALES, null, null, null), "1001", 9);

        assertEquals(repair, edit.ticket());
        assertTrue(edit.changes().isEmpty());
    }

    @Test
    void anEmptyChangeAndAnEmptyNoteAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new TicketPatch(3, null, null, null, null));
        assertThrows(IllegalArgumentException.class, () -> new NewNote("1001", " \r\n ", null));
        assertThrows(IllegalArgumentException.class, () -> new NewNote("1001", "x".repeat(4_001), null));
    }
}
