package io.halfminute.chaos;

import io.halfminute.bench.SipLog;
import io.halfminute.bench.SipMessage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One time that a phone rang, as the phone saw it. Times are milliseconds since 1970, 0 for what did not happen.
 *
 * @param caller  the number that it showed
 * @param byPhone whether the phone ended it; else the PBX did
 */
record RungPhone(String phone, String caller, long rangMs, long answeredMs, long endedMs, boolean byPhone) {

    /** All rings of a log, in their order. */
    static List<RungPhone> read(Path log) {
        Map<String, RungPhone> rings = new LinkedHashMap<>();
        for (SipMessage message : SipLog.read(log)) {
            if (message.is("INVITE")) {
                rings.putIfAbsent(message.callId(),
                        new RungPhone(message.user(), message.from(), message.atUs() / 1_000, 0, 0, false));
            } else {
                rings.computeIfPresent(message.callId(), (_, ring) -> ring.after(message));
            }
        }
        return new ArrayList<>(rings.values());
    }

    boolean isTalk() {
        return answeredMs > 0;
    }

    /** Whether both phones of two rings were busy with them at the same moment. */
    boolean overlaps(RungPhone other) {
        return rangMs < other.endOrNever() && other.rangMs < endOrNever();
    }

    private long endOrNever() {
        return endedMs == 0 ? Long.MAX_VALUE : endedMs;
    }

    private RungPhone after(SipMessage message) {
        if (endedMs > 0) {
            return this;
        }
        if (answeredMs == 0 && !message.received() && message.isOkTo("INVITE")) {
            return new RungPhone(phone, caller, rangMs, message.atUs() / 1_000, 0, false);
        }
        boolean refusal = !message.received() && message.start().matches("SIP/2\\.0 [4-6].*");
        boolean cancel = answeredMs == 0 && message.is("CANCEL");
        return message.is("BYE") || cancel || refusal
                ? new RungPhone(phone, caller, rangMs, answeredMs, message.atUs() / 1_000, !message.received() || refusal) : this;
    }
}
