package io.halfminute.ticket;

import io.halfminute.ticket.TicketDesk.PatchResult;
import io.halfminute.ticket.TicketStory.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a change does to a ticket, by these rules: a closed ticket can only be opened again; a type belongs to its class; a
 * change of the class drops a type of the old one.
 *
 * @param ticket  as it is afterwards
 * @param changes one for each field that differs; empty when nothing does
 */
public record TicketEdit(Ticket ticket, List<Change> changes) {
    public TicketEdit {
        changes = List.copyOf(changes);
    }

    /** Why the rules do not allow it; empty when they do. */
    public static Optional<PatchResult> refusal(Ticket old, TicketPatch patch) {
        if (patch.version() != old.version()) {
            return Optional.of(new PatchResult.Outdated(old));
        }
        TicketClass topic = patch.topic() == null ? old.topic() : patch.topic();
        if (patch.type() != null && patch.type().owner() != topic) {
            return Optional.of(new PatchResult.NotAllowed("type " + code(patch.type()) + " does not belong to class "
                    + code(topic) + ", it belongs to " + code(patch.type().owner())));
        }
        if (patch.status() != null && !old.status().mayBecome(patch.status())) {
            return Optional.of(new PatchResult.NotAllowed("ticket " + old.number() + " is " + code(old.status())
                    + " and cannot become " + code(patch.status()) + "; open it first"));
        }
        return Optional.empty();
    }

    /** Carries out a change that {@link #refusal} has nothing against. */
    public static TicketEdit of(Ticket old, TicketPatch patch, String who, long nowMs) {
        TicketClass topic = patch.topic() == null ? old.topic() : patch.topic();
        TicketType kept = old.type() != null && old.type().owner() == topic ? old.type() : null;
        TicketType type = patch.type() == null ? kept : patch.type();
        TicketStatus status = patch.status() == null ? old.status() : patch.status();
        TicketPriority priority = patch.priority() == null ? old.priority() : patch.priority();
        List<Change> changes = new ArrayList<>();
        note(changes, nowMs, who, "class", old.topic(), topic);
        note(changes, nowMs, who, "type", old.type(), type);
        note(changes, nowMs, who, "status", old.status(), status);
        note(changes, nowMs, who, "priority", old.priority(), priority);
        Ticket changed = new Ticket(old.number(), old.version() + 1, old.brand(), old.customer(), topic, type, status,
                priority, old.openedMs(), nowMs, old.lastCallMs(), old.calls());
        return new TicketEdit(changes.isEmpty() ? old : changed, changes);
    }

    private static void note(List<Change> changes, long atMs, String who, String what, Enum<?> before, Enum<?> after) {
        if (before != after) {
            changes.add(new Change(atMs, who, what, code(before), code(after)));
        }
    }

    /** As the HTTP API writes it, such as {@code after-sales}; null stays null. */
    public static String code(Enum<?> value) {
        return value == null ? null : value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
