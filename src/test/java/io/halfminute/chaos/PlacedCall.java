package io.halfminute.chaos;

import io.halfminute.bench.SipLog;
import io.halfminute.bench.SipMessage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A call as its caller saw it, from what SIPp sent and received. Times are milliseconds since 1970, 0 for what did not happen.
 *
 * @param number the caller's; each caller calls once
 */
record PlacedCall(String number, long placedMs, long answeredMs, long endedMs, Ending ending) {

    enum Ending {
        /** Not over when the log ends. */
        UP,
        /** The caller hung up. */
        BY_CALLER,
        /** The PBX hung up. */
        BY_PBX,
        /** It was not taken at all. */
        REFUSED
    }

    /** All calls of a log, in the order in which they were placed. */
    static List<PlacedCall> read(Path log) {
        Map<String, PlacedCall> calls = new LinkedHashMap<>();
        for (SipMessage message : SipLog.read(log)) {
            if (message.is("INVITE")) {
                calls.putIfAbsent(message.callId(), new PlacedCall(message.from(), ms(message), 0, 0, Ending.UP));
            } else {
                calls.computeIfPresent(message.callId(), (_, call) -> call.after(message));
            }
        }
        return new ArrayList<>(calls.values());
    }

    private PlacedCall after(SipMessage message) {
        if (answeredMs == 0 && message.received() && message.isOkTo("INVITE")) {
            return new PlacedCall(number, placedMs, ms(message), endedMs, ending);
        }
        if (ending != Ending.UP) {
            return this;
        }
        if (message.is("BYE")) {
            return ended(message, message.received() ? Ending.BY_PBX : Ending.BY_CALLER);
        }
        return message.received() && message.start().matches("SIP/2\\.0 [3-6].*") && message.sequence().endsWith(" INVITE")
                ? ended(message, Ending.REFUSED) : this;
    }

    private PlacedCall ended(SipMessage message, Ending how) {
        return new PlacedCall(number, placedMs, answeredMs, ms(message), how);
    }

    private static long ms(SipMessage message) {
        return message.atUs() / 1_000;
    }
}
