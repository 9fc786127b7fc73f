package io.halfminute.alarm.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * By what a receiver knows that a message is ours and new: {@code t=SECONDS,v1=HEX}, where HEX is the HMAC-SHA256 (RFC 2104)
 * of {@code SECONDS.BODY} under the shared secret. A receiver should refuse a time that is minutes away from its own.
 */
final class Signature {

    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {
    }

    static String of(String body, String secret, long atSeconds) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] sum = mac.doFinal((atSeconds + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + atSeconds + ",v1=" + HexFormat.of().formatHex(sum);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has " + ALGORITHM, missing);
        }
    }
}
