package io.halfminute.server;

import io.halfminute.alarm.AlarmKind;
import io.halfminute.alarm.FloorRule;
import io.halfminute.alarm.Growth;
import io.halfminute.alarm.Sign;
import io.halfminute.agent.SkillId;
import io.halfminute.config.AlarmConfig;
import io.halfminute.config.Configuration;
import io.halfminute.config.ServerConfig;
import io.halfminute.store.KeeperStats;
import io.halfminute.store.OutboxLimits;
import io.halfminute.view.BoardState;
import io.halfminute.view.Views;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Looks at everything that an alarm can come of. Belongs to one thread; nothing that it asks waits for anything. */
final class AlarmSigns {

    private static final int MINUTE_OF_HOUR = 60;

    /**
     * What it looks at besides the boards.
     *
     * @param silentMs for how long the machine has not stepped
     * @param pbx      whether the PBX can be heard
     * @param database whether it answers
     * @param leads    whether this server is sure to lead
     * @param broken   rules found broken since the start
     * @param dropped  events that a listener did not get since the start
     * @param away     callers who were turned away since the start because there was no room
     * @param slowed   whether boards are made less often, since the machine is late
     */
    record Eyes(LongSupplier silentMs, BooleanSupplier pbx, BooleanSupplier database, BooleanSupplier leads,
                Supplier<KeeperStats> keeper, LongSupplier broken, LongSupplier dropped, LongSupplier away,
                BooleanSupplier slowed) {
    }

    private final Eyes eyes;
    private final Views views;
    private final Supplier<Configuration> current;
    private final int missedShare;
    private final int missedCalls;
    private final Growth broken;
    private final Growth dropped;
    private final Growth away;
    private final Growth late;
    private final Growth known;

    AlarmSigns(Eyes eyes, Views views, Supplier<Configuration> current) {
        this.eyes = eyes;
        this.views = views;
        this.current = current;
        AlarmConfig config = current.get().server().alarms();
        this.missedShare = config.missedShare();
        this.missedCalls = config.missedCalls();
        long windowMs = config.window().toMillis();
        this.broken = new Growth(windowMs);
        this.dropped = new Growth(windowMs);
        this.away = new Growth(windowMs);
        this.late = new Growth(windowMs);
        this.known = new Growth(windowMs);
    }

    /**
     * One look.
     *
     * @param steadyMs a clock that only runs forward
     * @param wallMs   milliseconds since 1970
     */
    List<Sign> look(long steadyMs, long wallMs) {
        List<Sign> signs = new ArrayList<>();
        service(signs);
        records(signs);
        counters(signs, steadyMs);
        floors(signs, wallMs);
        return signs;
    }

    private void service(List<Sign> signs) {
        long silentMs = eyes.silentMs.getAsLong();
        signs.add(Sign.of(AlarmKind.MACHINE_SILENT, silentMs >= Health.STUCK_MS, silentMs / 1_000, Health.STUCK_MS / 1_000));
        signs.add(Sign.of(AlarmKind.BOARDS_SLOWED, eyes.slowed.getAsBoolean(), 0,
                current.get().server().board().slowing().refresh().toSeconds()));
        signs.add(Sign.of(AlarmKind.PBX_DOWN, !eyes.pbx.getAsBoolean(), 0, 0));
        signs.add(Sign.of(AlarmKind.LEAD_UNSURE, !eyes.leads.getAsBoolean(), 0, 0));
    }

    private void records(List<Sign> signs) {
        KeeperStats keeper = eyes.keeper.get();
        ServerConfig server = current.get().server();
        long mark = server.outbox().mostEntries() * (long) OutboxLimits.DEFAULT.alarmPercent() / 100;
        signs.add(Sign.of(AlarmKind.DATABASE_AWAY, !eyes.database.getAsBoolean(), keeper.depth(), 0));
        signs.add(Sign.of(AlarmKind.OUTBOX_FILLING, keeper.alarm() || keeper.held() > 0, keeper.depth() + keeper.held(), mark));
        signs.add(Sign.of(AlarmKind.RECORDS_ASIDE, keeper.aside() + keeper.lost() > 0, keeper.aside() + keeper.lost(), 0));
    }

    private void counters(List<Sign> signs, long steadyMs) {
        long brokenLately = broken.take(eyes.broken.getAsLong(), steadyMs);
        signs.add(Sign.of(AlarmKind.INVARIANT_BROKEN, brokenLately > 0, brokenLately, 0));
        long droppedLately = dropped.take(eyes.dropped.getAsLong(), steadyMs);
        signs.add(Sign.of(AlarmKind.EVENTS_DROPPED, droppedLately > 0, droppedLately, 0));
        long awayLately = away.take(eyes.away.getAsLong(), steadyMs);
        signs.add(Sign.of(AlarmKind.CALLS_TURNED_AWAY, awayLately > 0, awayLately, 0));
        BoardState.Totals day = views.board().totals();
        long lateLately = late.take(day.late(), steadyMs);
        long knownLately = known.take(day.late() + day.inTime() + day.lost(), steadyMs);
        long share = knownLately == 0 ? 0 : 100 * lateLately / knownLately;
        signs.add(Sign.of(AlarmKind.DEADLINES_MISSED, knownLately >= missedCalls && share > missedShare, share, missedShare));
    }

    private void floors(List<Sign> signs, long wallMs) {
        ZoneId zone = current.get().server().board().timeZone();
        var time = Instant.ofEpochMilli(wallMs).atZone(zone);
        int minute = MINUTE_OF_HOUR * time.getHour() + time.getMinute();
        for (FloorRule floor : current.get().floors()) {
            signs.add(floor.sign(ready(floor), minute));
        }
    }

    private int ready(FloorRule floor) {
        if (floor.kind() == AlarmKind.SKILL_FLOOR) {
            return views.readyBySkill().getOrDefault(new SkillId(floor.subject()), 0);
        }
        return views.board().queues().stream().filter(queue -> queue.queue().equals(floor.subject()))
                .mapToInt(BoardState.Queue::agentsReady).findAny().orElse(0);
    }
}
