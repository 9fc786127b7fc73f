package io.halfminute.journal;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.Outputs;
import io.halfminute.pbx.PbxCommand;
import io.halfminute.routing.Decision;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a step asked for and told, in few bytes. The same in every JVM, whatever the order of its hashes. */
final class Digest {

    /** FNV-1a, 64 bits (draft-eastlake-fnv). */
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Digest() {
    }

    static String of(Outputs outputs) {
        long hash = OFFSET;
        for (PbxCommand command : outputs.commands()) {
            hash = add(hash, text(command));
        }
        for (AcdEvent event : outputs.events()) {
            hash = add(hash, text(event));
        }
        return Long.toHexString(add(hash, outputs.refusal().map(refusal -> refusal.code().name()).orElse("")));
    }

    /** Who was chosen for which call, and among whom, best first. */
    static List<String> decisions(Outputs outputs) {
        return outputs.events().stream().filter(AcdEvent.OfferMade.class::isInstance).map(AcdEvent.OfferMade.class::cast)
                .map(made -> made.call() + " to " + made.agent() + " among " + made.decision().candidates().stream()
                        .map(Decision.Candidate::agent).map(Object::toString).collect(Collectors.joining(",")))
                .toList();
    }

    /** A set has no order; its text has. */
    private static String text(PbxCommand command) {
        return command instanceof PbxCommand.KeepFallback keep ? "fallback " + new TreeSet<>(keep.members())
                : command.toString();
    }

    /** Of the configuration that it is told is enough: it is among the inputs. */
    private static String text(AcdEvent event) {
        return event instanceof AcdEvent.SetupChanged changed ? "setup " + changed.atMs() : event.toString();
    }

    private static long add(long hash, String text) {
        long next = hash;
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            next = (next ^ (each & 0xff)) * PRIME;
        }
        return (next ^ 0xff) * PRIME;
    }
}
