package io.halfminute.pbx.asterisk;

import io.halfminute.pbx.CallerId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The caller's own text, which travels as base64 so that no line of it is ever a line of the protocol. */
final class CallerText {

    private CallerText() {
    }

    static CallerId callerId(String number, String nameBase64) {
        return new CallerId(number, decode(nameBase64));
    }

    /** A name that cannot be read is none; letters that were cut in two are left out. */
    private static String decode(String base64) {
        if (base64 == null || base64.isEmpty()) {
            return "";
        }
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8).replace("\uFFFD", "");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
