package io.halfminute.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A digest of a folder's configuration files. */
final class Fingerprint {

    private Fingerprint() {
    }

    /** The same for the same content; a file that cannot be read counts as one with its own, fixed content. */
    static String of(Path folder) {
        MessageDigest digest = sha256();
        for (String file : Configuration.FILES) {
            digest.update(file.getBytes(StandardCharsets.UTF_8));
            digest.update(contentDigest(folder.resolve(file)));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] contentDigest(Path file) {
        try {
            return sha256().digest(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            return new byte[1];
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
