package io.halfminute.server;

import io.halfminute.config.Configuration;
import io.halfminute.config.PbxConfig;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What {@code asterisk/pbx} makes the PBX's own configuration of: its settings, and the phones with their passwords. */
final class PbxFiles {

    private final DataFolder data;
    private final Secrets secrets;

    PbxFiles(DataFolder data, Secrets secrets) {
        this.data = data;
        this.secrets = secrets;
    }

    void write(Configuration configuration) {
        data.write("pbx/pbx.env", lines(settings(configuration.server().pbx())));
        data.write("pbx/phones.list", phones(configuration));
    }

    private static Map<String, Object> settings(PbxConfig pbx) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("SIP_ADDRESS", pbx.sip().address());
        settings.put("SIP_PORT", pbx.sip().port());
        settings.put("WS_PORT", pbx.sip().webSocketPort());
        settings.put("AMI_PORT", pbx.ami().port());
        settings.put("AGI_HOST", pbx.agi().address());
        settings.put("AGI_PORT", pbx.agi().port());
        settings.put("RTP_START", pbx.sip().rtpStart());
        settings.put("RTP_END", pbx.sip().rtpEnd());
        settings.put("TRUNK_ADDRESS", pbx.trunkAddress());
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
