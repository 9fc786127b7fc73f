package io.halfminute.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** All ports of this machine that the configuration takes; no two of them may be the same. */
public final class PortPlan {

    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final PbxConfig.Sip sip;

    public PortPlan(ServerConfig config) {
        this.sip = config.pbx().sip();
        ports.put("http.port", config.http().port());
        ports.put("pbx.agi.port", config.pbx().agi().port());
        if (config.pbx().managed()) {
            ports.put("pbx.ami.port", config.pbx().ami().port());
            ports.put("pbx.sip.port", sip.port());
            ports.put("pbx.sip.web-socket-port", sip.webSocketPort());
        }
        config.cluster().ifPresent(cluster -> ports.put("cluster.port", cluster.port()));
        if (config.database().server().isEmpty()) {
            ports.put("database.port", config.database().port());
        }
    }

    /** Port by key, in the order in which a reader would look for them. */
    public Map<String, Integer> byKey() {
        return Collections.unmodifiableMap(ports);
    }

    void check(Section file) {
        Map<Integer, String> taken = new LinkedHashMap<>();
        ports.forEach((key, port) -> {
            String other = taken.putIfAbsent(port, key);
            if (other != null) {
                file.problem(key, "\"" + port + "\" is also " + other + "; choose another port for one of them");
            }
            if (port >= sip.rtpStart() && port <= sip.rtpEnd()) {
                file.problem(key, "\"" + port + "\" is one of the ports for sound (" + sip.rtpStart() + " to "
                        + sip.rtpEnd() + "); choose one outside");
            }
        });
    }
}
