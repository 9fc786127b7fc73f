package io.halfminute.server;

import io.halfminute.agent.AgentId;
import io.halfminute.config.BoardConfig;
import io.halfminute.config.Configuration;
import io.halfminute.config.User;
import io.halfminute.ledger.Calendar;
import io.halfminute.view.ViewLimits;
import io.halfminute.view.Views;
import io.halfminute.web.Brand;
import io.halfminute.web.PauseChoice;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What the boards and pages take from the configuration. */
final class Boards {

    private Boards() {
    }

    static Views views(Supplier<Configuration> current) {
        BoardConfig config = current.get().server().board();
        ViewLimits standard = ViewLimits.DEFAULT;
        ViewLimits limits = new ViewLimits(standard.publishEveryMs(), standard.refreshMs(),
                Math.toIntExact(Math.max(1, config.now().toMinutes())), standard.maxCalls(), standard.rememberedEnded());
        return new Views(limits, atMs -> dayStart(config, atMs), agent -> team(current.get(), agent));
    }

    /** When the working day that {@code atMs} belongs to began. */
    static long dayStart(BoardConfig config, long atMs) {
        ZonedDateTime at = Instant.ofEpochMilli(atMs).atZone(config.timeZone());
        ZonedDateTime start = at.toLocalDate().atTime(config.dayStarts()).atZone(config.timeZone());
        return (start.isAfter(at) ? at.toLocalDate().minusDays(1).atTime(config.dayStarts()).atZone(config.timeZone())
                : start).toInstant().toEpochMilli();
    }

    /** The hotline's hours and days. */
    static Calendar calendar(Configuration configuration) {
        BoardConfig board = configuration.server().board();
        return new Calendar(board.timeZone(), board.dayStarts());
    }

    static List<Brand> brands(Configuration configuration) {
        return configuration.brands().values().stream().map(brand -> new Brand(brand.id(),
                brand.name().in(brand.language()), brand.language().code(), brand.numbers())).toList();
    }

    static List<PauseChoice> pauseReasons(Configuration configuration) {
        return configuration.server().pauseReasons().stream().map(choice -> new PauseChoice(choice.reason(),
                Map.of("zh", choice.name().zh(), "en", choice.name().en()))).toList();
    }

    private static String team(Configuration configuration, AgentId agent) {
        User user = configuration.users().get(agent);
        return user == null || user.team().isEmpty() ? null : user.team();
    }
}
