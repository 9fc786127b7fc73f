package io.halfminute.server;

import io.halfminute.config.Configuration;
import io.halfminute.pbx.PhoneId;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Secrets between our own parts: made once, kept in {@code secrets/} of the data folder, one file each. They are hexadecimal, so
 * that they can stand in any configuration file and any header. An operator may put others there, before the first start.
 */
public final class Secrets {

    private static final int BYTES = 24;
    private static final String ALLOWED = "[A-Za-z0-9._~-]{16,64}";
    private static final List<String> OF_THE_PBX = List.of("ami-events", "ami-actions", "agi-token", "peer");
    private static final String WEBHOOK = "webhook";

    private final DataFolder data;
    private final SecureRandom chance = new SecureRandom();

    public Secrets(DataFolder data) {
        this.data = data;
    }

    /** The password of the manager user that hears. */
    public String amiEvents() {
        return read("ami-events");
    }

    /** The password of the manager user that acts. */
    public String amiActions() {
        return read("ami-actions");
    }

    /** By which the server knows that a FastAGI request comes from its own PBX. */
    public String agiToken() {
        return read("agi-token");
    }

    /** All that a PBX needs to know, by the names of its files; the same for each of several. */
    Map<String, String> ofThePbx() {
        Map<String, String> secrets = new TreeMap<>();
        OF_THE_PBX.forEach(name -> secrets.put(name, read(name)));
        return secrets;
    }

    /** By which a receiver of alarms knows that they are ours. A data folder of an older version gets one now. */
    public String webhook() {
        makeIfMissing(WEBHOOK);
        return read(WEBHOOK);
    }

    /** The password with which a phone registers. */
    public String phone(PhoneId phone) {
        return read(phoneFile(phone));
    }

    void makeMissing(Configuration configuration) {
        OF_THE_PBX.forEach(this::makeIfMissing);
        makeIfMissing(WEBHOOK);
        configuration.users().values().forEach(user -> user.phone().ifPresent(phone -> makeIfMissing(phoneFile(phone))));
    }

    private static String phoneFile(PhoneId phone) {
        return "phones/" + phone;
    }

    private void makeIfMissing(String name) {
        if (!Files.exists(data.resolve("secrets/" + name))) {
            byte[] bytes = new byte[BYTES];
            chance.nextBytes(bytes);
            data.write("secrets/" + name, HexFormat.of().formatHex(bytes));
        }
    }

    private String read(String name) {
        try {
            String secret = Files.readString(data.resolve("secrets/" + name)).strip();
            if (!secret.matches(ALLOWED)) {
                throw new StartFailure(data.resolve("secrets/" + name) + " will not do; what would do is 16 to 64 letters, digits "
                        + "or ._~- in one line; remove the file and start again to get a new one");
            }
            return secret;
        } catch (IOException failure) {
            throw new StartFailure(data.resolve("secrets/" + name) + " cannot be read (" + failure
                    + "); maybe it belongs to another user", failure);
        }
    }
}
