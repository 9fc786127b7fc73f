package io.halfminute.server;

import io.halfminute.pbx.asterisk.AsteriskPbxs;
import io.halfminute.store.KeeperStats;
import io.halfminute.web.HealthPart;
import java.util.List;

/** What an operator, a load balancer and an alarm want to know. Calls need the PBX and the machine; the rest can wait. */
final class Health {

    /** The machine looks at the world at least once a second; so long without a look is an alarm. */
    static final long STUCK_MS = 2_000;

    private final Mandate mandate;
    private final AcdLoop loop;
    private final AsteriskPbxs pbx;
    private final StorePart store;

    Health(Mandate mandate, AcdLoop loop, AsteriskPbxs pbx, StorePart store) {
        this.mandate = mandate;
        this.loop = loop;
        this.pbx = pbx;
        this.store = store;
    }

    List<HealthPart> parts() {
        return List.of(lead(), machine(), exchange(), database(), outbox());
    }

    private HealthPart lead() {
        boolean holds = mandate.holds().getAsBoolean();
        String detail = mandate.shared() ? "leads; epoch " + mandate.epoch() : "the only server; epoch " + mandate.epoch();
        return new HealthPart("lead", holds, true, holds ? detail : "cannot be sure that it leads, and commands nothing");
    }

    private HealthPart machine() {
        long silentMs = loop.silentMs();
        return new HealthPart("machine", silentMs < STUCK_MS, true, silentMs < STUCK_MS ? "steps"
                : "has not stepped for " + silentMs + " ms");
    }

    private HealthPart exchange() {
        boolean up = pbx.isUp();
        String away = pbx.away().isEmpty() ? "connected" : "connected but for " + pbx.away();
        return new HealthPart("pbx", up, true, up ? away : "no connection; waiting callers stay in the PBX");
    }

    private HealthPart database() {
        boolean up = store.database.isUp();
        return new HealthPart("database", up, false, up ? "answers" : "away; records wait in the outbox");
    }

    private HealthPart outbox() {
        KeeperStats stats = store.keeper.stats();
        boolean well = !stats.alarm() && stats.aside() == 0 && stats.lost() == 0;
        return new HealthPart("outbox", well, false, stats.depth() + " entries wait, " + stats.aside()
                + " set aside, " + stats.lost() + " lost");
    }
}
