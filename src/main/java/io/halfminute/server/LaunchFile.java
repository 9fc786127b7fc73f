package io.halfminute.server;

import io.halfminute.agent.AgentId;
import io.halfminute.config.Brand;
import io.halfminute.config.Configuration;
import io.halfminute.config.PortPlan;
import io.halfminute.config.ServerConfig;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** What {@code ./halfminute}, which reads no YAML, has to know of the configuration: lines of {@code KEY=VALUE}. */
final class LaunchFile {

    static final String NAME = "run/launch.env";

    private LaunchFile() {
    }

    static void write(Configuration configuration, DataFolder data) {
        data.write(NAME, lines(configuration));
    }

    static String lines(Configuration configuration) {
        ServerConfig server = configuration.server();
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        lines.add("HTTP_ADDRESS=" + server.http().address());
        new PortPlan(server).byKey().forEach((key, port) -> lines.add(variable(key) + "=" + port));
        lines.add("PBX_MANAGED=" + server.pbx().managed());
        lines.add("PBX_HOST=" + server.pbx().host());
        lines.add("SIP_ADDRESS=" + server.pbx().sip().address());
        lines.add("TRUNK_ADDRESS=" + server.pbx().trunkAddress());
        lines.add("USERS=" + configuration.users().keySet().stream().map(AgentId::value).collect(Collectors.joining(",")));
        lines.add("NUMBERS=" + configuration.brands().values().stream().map(Brand::numbers).flatMap(List::stream)
                .collect(Collectors.joining(",")));
        return lines.toString();
    }

    /** {@code pbx.sip.web-socket-port} is {@code PBX_SIP_WEB_SOCKET_PORT}. */
    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }
}
