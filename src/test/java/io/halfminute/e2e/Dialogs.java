package io.halfminute.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What telephones saw of the calls that rang at them, from the messages that SIPp has written down. */
final class Dialogs {

    private static final Pattern STAMP = Pattern.compile("-{10,} (\\d{4}-\\d\\d-\\d\\d)[\\sT]+(\\d\\d:\\d\\d:\\d\\d\\.\\d{6})");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");
    private static final Pattern CALL_ID = Pattern.compile("(?im)^Call-ID:\\s*(\\S+)");
    private static final Pattern CALLER = Pattern.compile("(?im)^From:.*?sip:([0-9]+)@");

    /** One ring of one telephone; times in microseconds, 0 for what did not happen. */
    static final class Dialog {
        String caller;
        long invitedUs;
        long pickedUpUs;
        /** It was told by CANCEL or BYE that it is not needed, or not any more. */
        long endedByPbxUs;
        /** Its own person put the phone down. */
        long hungUpUs;

        boolean pickedUp() {
            return pickedUpUs > 0;
        }

        boolean talked() {
            return hungUpUs > 0;
        }
    }

    private final Map<String, Dialog> byId = new HashMap<>();

    /** Takes in one SIPp's messages. */
    Dialogs read(Path messages) {
        try {
            String text = Files.readString(messages, StandardCharsets.ISO_8859_1);
            Matcher stamp = STAMP.matcher(text);
            int from = -1;
            long atUs = 0;
            while (stamp.find()) {
                if (from >= 0) {
                    take(text.substring(from, stamp.start()), atUs);
                }
                from = stamp.end();
                atUs = micros(stamp.group(1) + " " + stamp.group(2));
            }
            if (from >= 0) {
                take(text.substring(from), atUs);
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(String block, long atUs) {
        Matcher id = CALL_ID.matcher(block);
        if (!id.find()) {
            return;
        }
        boolean sent = block.contains(" sent");
        String message = block.substring(block.indexOf("\n\n") + 2).stripLeading();
        if (message.startsWith("INVITE") && !sent) {
            Dialog dialog = byId.computeIfAbsent(id.group(1), _ -> new Dialog());
            Matcher caller = CALLER.matcher(block);
            dialog.caller = caller.find() ? caller.group(1) : "";
            dialog.invitedUs = first(dialog.invitedUs, atUs);
        } else if (byId.containsKey(id.group(1))) {
            take(byId.get(id.group(1)), message, block, sent, atUs);
        }
    }

    private static void take(Dialog dialog, String message, String block, boolean sent, long atUs) {
        if (sent && message.startsWith("SIP/2.0 200") && block.matches("(?is).*\\nCSeq:\\s*\\d+ INVITE.*")) {
            dialog.pickedUpUs = first(dialog.pickedUpUs, atUs);
        } else if (sent && message.startsWith("BYE")) {
            dialog.hungUpUs = first(dialog.hungUpUs, atUs);
        } else if (!sent && (message.startsWith("BYE") || message.startsWith("CANCEL"))) {
            dialog.endedByPbxUs = first(dialog.endedByPbxUs, atUs);
        }
    }

    private static long first(long known, long atUs) {
        return known == 0 ? atUs : known;
    }

    private static long micros(String stamp) {
        LocalDateTime time = LocalDateTime.parse(stamp, TIME);
        return time.toEpochSecond(ZoneOffset.UTC) * 1_000_000 + time.getNano() / 1_000;
    }

    /** All rings of each caller. */
    Map<String, List<Dialog>> byCaller() {
        Map<String, List<Dialog>> all = new TreeMap<>();
        byId.values().forEach(dialog -> all.computeIfAbsent(dialog.caller, _ -> new ArrayList<>()).add(dialog));
        return all;
    }
}
