package io.halfminute.web;

import io.halfminute.ticket.Ticket;
import io.halfminute.ticket.TicketStory;
import io.vertx.core.json.JsonObject;

/** Tickets in the words of the document. */
final class TicketJson {

    private final Sight sight;
    private final CallJson calls;

    TicketJson(Sight sight, long nowMs) {
        this.sight = sight;
        this.calls = new CallJson(sight, nowMs);
    }

    /** As in a list. */
    JsonObject ticket(Ticket ticket) {
        return new JsonObject()
                .put("number", ticket.number())
                .put("version", ticket.version())
                .put("brand", CallJson.text(ticket.brand()))
                .put("customer", sight.person(ticket.customer().number(), ticket.customer().name()))
                .put("class", Names.of(ticket.topic()))
                .put("type", Names.of(ticket.type()))
                .put("status", Names.of(ticket.status()))
                .put("priority", Names.of(ticket.priority()))
                .put("openedMs", ticket.openedMs())
                .put("changedMs", ticket.changedMs())
                .put("lastCallMs", ticket.lastCallMs())
                .put("calls", ticket.calls());
    }

    /** With notes, calls and history. */
    JsonObject story(TicketStory story) {
        return ticket(story.ticket())
                .put("notes", CallJson.array(story.notes(), TicketJson::note))
                .put("callList", CallJson.array(story.calls(), calls::call))
                .put("history", CallJson.array(story.history(), TicketJson::change));
    }

    /** A note. */
    static JsonObject note(TicketStory.Note note) {
        return new JsonObject().put("id", note.id()).put("atMs", note.atMs()).put("author", note.author())
                .put("text", note.text()).put("callId", CallJson.text(note.call()));
    }

    private static JsonObject change(TicketStory.Change change) {
        return new JsonObject().put("atMs", change.atMs()).put("author", change.author()).put("what", change.what())
                .put("from", change.before()).put("to", change.after());
    }
}
