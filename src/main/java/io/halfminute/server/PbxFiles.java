package io.halfminute.server;

import io.halfminute.config.Configuration;
import io.halfminute.config.PbxConfig;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What {@code asterisk/pbx} makes the PBX's own configuration of: its settings, and the phones with their passwords. */
final class PbxFiles {

    /** Beside that of the first: {@code pbx-b/} for the PBX b. */
    static final String FOLDER_OF = "pbx-";

    private final DataFolder data;
    private final Secrets secrets;

    PbxFiles(DataFolder data, Secrets secrets) {
        this.data = data;
        this.secrets = secrets;
    }

    void write(Configuration configuration) {
        PbxConfig pbx = configuration.server().pbx();
        data.write("pbx/pbx.env", lines(settings(pbx, pbx.all().getFirst())));
        data.write("pbx/phones.list", phones(configuration));
        pbx.servers().forEach(server -> writeFolder(FOLDER_OF + server.name() + "/", configuration, server));
    }

    /** All that another PBX needs, in a data folder of its own: to be used here, or to be carried to its machine. */
    private void writeFolder(String folder, Configuration configuration, PbxConfig.Site server) {
        data.write(folder + "pbx/pbx.env", lines(settings(configuration.server().pbx(), server)));
        data.write(folder + "pbx/phones.list", phones(configuration));
        secrets.ofThePbx().forEach((name, secret) -> data.write(folder + "secrets/" + name, secret));
    }

    private static Map<String, Object> settings(PbxConfig pbx, PbxConfig.Site site) {
        Map<String, Object> settings = new LinkedHashMap<>();
        if (pbx.all().size() > 1) {
            settings.put("PBX_NAME", site.name());
            settings.put("PEERS", pbx.all().stream().filter(other -> !other.name().equals(site.name()))
                    .map(other -> other.name() + "=" + other.sip().address() + ":" + other.sip().port())
                    .collect(Collectors.joining(",")));
        }
        settings.put("SIP_ADDRESS", site.sip().address());
        settings.put("SIP_PORT", site.sip().port());
        settings.put("WS_PORT", site.sip().webSocketPort());
        settings.put("AMI_PORT", site.amiPort());
        settings.put("AGI_HOST", pbx.agi().address());
        settings.put("AGI_PORT", pbx.agi().port());
        settings.put("RTP_START", site.sip().rtpStart());
        settings.put("RTP_END", site.sip().rtpEnd());
        settings.put("TRUNK_ADDRESS", site.trunkAddress());
        settings.put("HEARTBEAT_MAX_AGE", wholeSeconds(pbx.heartbeat().maxAge()));
        return settings;
    }

    /** The dialplan counts in seconds; rounded up, so that no heartbeat is called old too early. */
    private static long wholeSeconds(Duration duration) {
        return (duration.toMillis() + 999) / 1000;
    }

    private static String lines(Map<String, Object> settings) {
        return settings.entrySet().stream().map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private String phones(Configuration configuration) {
        return configuration.users().values().stream().flatMap(user -> user.phone().stream())
                .map(phone -> phone + ":" + secrets.phone(phone) + "\n").collect(Collectors.joining());
    }
}
