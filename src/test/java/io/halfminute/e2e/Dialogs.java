package io.halfminute.e2e;

import io.halfminute.bench.SipLog;
import io.halfminute.bench.SipMessage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What telephones saw of the calls that rang at them, from the messages that SIPp has written down. */
final class Dialogs {

    /** One ring of one telephone; times in microseconds, 0 for what did not happen. */
    static final class Dialog {
        final String caller;
        long pickedUpUs;
        /** It was told by CANCEL or BYE that it is not needed, or not any more. */
        long endedByPbxUs;
        /** Its own person put the phone down. */
        long hungUpUs;

        private Dialog(String caller) {
            this.caller = caller;
        }

        boolean pickedUp() {
            return pickedUpUs > 0;
        }

        boolean talked() {
            return hungUpUs > 0;
        }

        private void take(SipMessage message) {
            if (message.received() && (message.is("BYE") || message.is("CANCEL"))) {
                endedByPbxUs = first(endedByPbxUs, message);
            } else if (!message.received() && message.is("BYE")) {
                hungUpUs = first(hungUpUs, message);
            } else if (!message.received() && message.isOkTo("INVITE")) {
                pickedUpUs = first(pickedUpUs, message);
            }
        }

        private static long first(long known, SipMessage message) {
            return known == 0 ? message.atUs() : known;
        }
    }

    private final Map<String, Dialog> byId = new HashMap<>();

    /** Takes in one SIPp's messages. */
    void read(Path messages) {
        for (SipMessage message : SipLog.read(messages)) {
            if (message.received() && message.is("INVITE")) {
                byId.putIfAbsent(message.callId(), new Dialog(message.from()));
            } else if (byId.containsKey(message.callId())) {
                byId.get(message.callId()).take(message);
            }
        }
    }

    /** All rings of each caller. */
    Map<String, List<Dialog>> byCaller() {
        Map<String, List<Dialog>> all = new TreeMap<>();
        byId.values().forEach(dialog -> all.computeIfAbsent(dialog.caller, _ -> new ArrayList<>()).add(dialog));
        return all;
    }
}
