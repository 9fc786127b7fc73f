package io.halfminute.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The parts of {@code halfminute.yaml} that are taken in at the start only: they hold sockets, pools or threads. */
final class RestartParts {

    private RestartParts() {
    }

    static List<String> differing(ServerConfig one, ServerConfig other) {
        Map<String, Object> others = parts(other);
        return parts(one).entrySet().stream()
                .filter(part -> !Objects.equals(part.getValue(), others.get(part.getKey())))
                .map(Map.Entry::getKey).toList();
    }

    private static Map<String, Object> parts(ServerConfig config) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("http", config.http());
        parts.put("pbx", config.pbx());
        parts.put("database", config.database());
        parts.put("outbox", config.outbox());
        parts.put("journal", config.journal());
        parts.put("sessions", config.sessions());
        parts.put("board", config.board());
        parts.put("tickets", config.tickets());
        parts.put("forecast", config.forecast());
        parts.put("alarms", config.alarms());
        parts.put("config-poll", config.configPoll());
        parts.put("cluster", config.cluster());
        return parts;
    }
}
