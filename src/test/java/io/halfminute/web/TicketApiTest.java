package io.halfminute.web;

import static io.halfminute.web.WebFixture.AGENT;
import static io.halfminute.web.WebFixture.BOSS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.ticket.TicketClass;
import io.halfminute.ticket.TicketPriority;
import io.halfminute.ticket.TicketStatus;
import io.halfminute.ticket.TicketType;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TicketApiTest {

    @RegisterExtension
    final WebFixture web = new WebFixture();

    @Test
    void ticketsAreListedWithMaskedNumbersForAgents() {
        JsonObject list = web.get("/tickets", AGENT).json();

        assertEquals(2, list.getJsonArray("items").size());
        assertEquals("138****8000", list.getJsonArray("items").getJsonObject(0).getJsonObject("customer").getString("number"));
    }

    @Test
    void filtersReachTheDesk() {
        web.get("/tickets?status=in-progress&class=after-sales&brand=shop-a&agent=me&q=parcel&from=3&to=4", AGENT);
        var filter = web.tickets.lastFilter;

        assertEquals(Set.of(TicketStatus.IN_PROGRESS), filter.statuses());
        assertEquals(Set.of(TicketClass.AFTER_SALES), filter.topics());
        assertEquals("shop-a", filter.brand().value());
        assertEquals("1001", filter.agent().value());
        assertEquals("parcel", filter.text());
        assertEquals(3, filter.fromMs());
    }

    @Test
    void aTicketComesWithNotesCallsAndHistory() {
        JsonObject ticket = web.get("/tickets/7", BOSS).json();

        assertEquals("logistics", ticket.getString("type"));
        assertEquals("parcel is late", ticket.getJsonArray("notes").getJsonObject(0).getString("text"));
        assertEquals("call-1", ticket.getJsonArray("callList").getJsonObject(0).getString("callId"));
        assertNull(ticket.getJsonArray("history").getJsonObject(0).getString("from"));
    }

    @Test
    void theTicketOfHisPresentCallIsNotMaskedForAnAgent() {
        web.live.talks();

        assertEquals(FakeLive.CUSTOMER, web.get("/tickets/7", AGENT).json().getJsonObject("customer").getString("number"));
    }

    @Test
    void aTicketIsChanged() {
        JsonObject change = new JsonObject().put("version", 3).put("class", "complaint").put("type", "product-quality")
                .put("status", "in-progress").put("priority", "high");

        assertEquals(200, web.send("PATCH", "/tickets/7", change, AGENT).status());
        assertEquals(TicketClass.COMPLAINT, web.tickets.lastPatch.topic());
        assertEquals(TicketType.PRODUCT_QUALITY, web.tickets.lastPatch.type());
        assertEquals(TicketStatus.IN_PROGRESS, web.tickets.lastPatch.status());
        assertEquals(TicketPriority.HIGH, web.tickets.lastPatch.priority());
    }

    @Test
    void aChangeOfAnOldVersionIsAConflict() {
        var reply = web.send("PATCH", "/tickets/7", new JsonObject().put("version", 2).put("status", "closed"), AGENT);

        assertEquals(409, reply.status());
        assertEquals("version-conflict", reply.code());
    }

    @Test
    void aChangeAgainstTheRulesIsRefused() {
        JsonObject change = new JsonObject().put("version", 3).put("class", "complaint").put("type", "return");

        assertEquals("wrong-state", web.send("PATCH", "/tickets/7", change, AGENT).code());
    }

    @Test
    void aTicketThatDoesNotExistIsNamed() {
        JsonObject change = new JsonObject().put("version", 3).put("status", "closed");

        assertEquals("not-found", web.get("/tickets/99", BOSS).code());
        assertEquals("not-found", web.send("PATCH", "/tickets/99", change, BOSS).code());
        assertEquals("not-found", web.send("POST", "/tickets/99/notes", new JsonObject().put("text", "x"), BOSS).code());
    }

    @Test
    void aNoteIsSignedByWhoeverIsSignedIn() {
        var reply = web.send("POST", "/tickets/7/notes", new JsonObject().put("text", "called back\nsolved").put("callId", "call-1"),
                AGENT);

        assertEquals(201, reply.status());
        assertEquals("1001", reply.json().getString("author"));
        assertEquals("call-1", web.tickets.lastNote.call().value());
        assertEquals("called back\nsolved", web.tickets.lastNote.text());
    }

    @Test
    void anEmptyNoteIsRefused() {
        assertEquals("validation", web.send("POST", "/tickets/7/notes", new JsonObject().put("text", "  "), AGENT).code());
        assertEquals("validation", web.send("POST", "/tickets/7/notes", new JsonObject().put("text", "\u0001\u0002"), AGENT).code());
        assertTrue(web.tickets.lastNote == null);
    }
}
