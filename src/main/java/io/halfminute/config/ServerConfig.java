package io.halfminute.config;

import io.halfminute.acd.Setup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code halfminute.yaml}: the server itself. All but pause reasons, limits, routing and callbacks is taken in by a restart only. */
public record ServerConfig(HttpConfig http, PbxConfig pbx, DatabaseConfig database, OutboxConfig outbox,
                           JournalConfig journal, SessionConfig sessions, BoardConfig board, TicketConfig tickets,
                           ForecastConfig forecast, AlarmConfig alarms, Duration configPoll, Optional<ClusterConfig> cluster,
                           Setup.Limits limits, RoutingConfig routing, CallbackConfig callbacks,
                           List<PauseChoice> pauseReasons) {

    public ServerConfig {
        pauseReasons = List.copyOf(pauseReasons);
    }

    static ServerConfig read(Section file) {
        HttpConfig http = HttpConfig.read(file.section("http"));
        ServerConfig config = file.finish(new ServerConfig(
                http,
                PbxConfig.read(file.section("pbx")),
                DatabaseConfig.read(file.section("database")),
                OutboxConfig.read(file.section("outbox")),
                JournalConfig.read(file.section("journal")),
                SessionConfig.read(file.section("sessions")),
                BoardConfig.read(file.section("board")),
                TicketConfig.read(file.section("tickets")),
                ForecastConfig.read(file.section("forecast")),
                AlarmConfig.read(file.section("alarms")),
                file.get("config-poll", Duration.ofSeconds(1),
                        Values.duration(Duration.ofMillis(100), Duration.ofHours(1))),
                file.has("cluster") ? Optional.of(ClusterConfig.read(file.section("cluster"), http)) : Optional.empty(),
                limits(file.section("limits")),
                RoutingConfig.read(file.section("routing")),
                CallbackConfig.read(file.section("callbacks")),
                pauseReasons(file)));
        new PortPlan(config).check(file);
        return config;
    }

    private static Setup.Limits limits(Section section) {
        Setup.Limits standard = Setup.Limits.DEFAULT;
        return section.finish(new Setup.Limits(
                section.get("misses-to-pause", standard.missesToPause(), Values.integer(1, 100)),
                millis(section, "rest-after-miss", standard.restAfterMissMs(), Duration.ZERO),
                millis(section, "command-grace", standard.commandGraceMs(), Duration.ofMillis(200)),
                section.get("max-calls", standard.maxCalls(), Values.integer(1, 100_000)),
                section.get("timers-per-step", standard.timersPerStep(), Values.integer(1, 100_000)),
                pbxAway(section, standard)));
    }

    private static int pbxAway(Section section, Setup.Limits standard) {
        Duration value = section.get("pbx-away", Duration.ofMillis(standard.pbxAwayMs()),
                Values.duration(Duration.ofSeconds(5), Duration.ofDays(1)));
        return Math.toIntExact(value.toMillis());
    }

    private static int millis(Section section, String key, int standardMs, Duration least) {
        Duration value = section.get(key, Duration.ofMillis(standardMs), Values.duration(least, Duration.ofMinutes(10)));
        return Math.toIntExact(value.toMillis());
    }

    private static List<PauseChoice> pauseReasons(Section file) {
        List<PauseChoice> choices = new ArrayList<>();
        file.section("pause-reasons").each((code, section) -> PauseChoice.read(code, section).ifPresent(choices::add));
        return file.has("pause-reasons") ? choices : PauseChoice.DEFAULT;
    }
}
