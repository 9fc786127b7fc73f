package io.halfminute.pbx.asterisk;

import io.halfminute.pbx.PbxCommand;
import io.halfminute.pbx.PbxEvent;
import io.halfminute.pbx.PbxId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * The port to one or more Asterisks, each with connections and threads of its own. Commands go to the one where the caller is;
 * events come from all of them, those of one in their order.
 */
public final class AsteriskPbxs implements AutoCloseable {

    private final Map<PbxId, AsteriskPbx> all = new LinkedHashMap<>();
    private final Routes<AsteriskPbx> routes;

    /**
     * @param settings one for each, all of other names
     * @param listener gets every event, of several PBXs from several threads; does not wait for anything of a PBX
     * @param known    from earlier servers, of all PBXs together
     * @param pbxTime  told at every ping of the first one what time it is there, in milliseconds since 1970; to return at once
     */
    public AsteriskPbxs(List<AsteriskSettings> settings, InstantSource clock, Consumer<PbxEvent> listener, Standing standing,
                        Known known, LongConsumer pbxTime) {
        for (AsteriskSettings each : settings) {
            if (all.put(each.pbx(), new AsteriskPbx(each, clock, listener, standing, known,
                    all.isEmpty() ? pbxTime : pbxMs -> { })) != null) {
                throw new IllegalArgumentException("two PBXs are called " + each.pbx());
            }
        }
        routes = new Routes<>(all, AsteriskPbx::has);
    }

    /** Begins to connect to all, and goes on for ever. */
    public void start() {
        all.values().forEach(AsteriskPbx::start);
    }

    /** Takes a command and returns at once; what comes of it is told by events. */
    public void send(PbxCommand command) {
        routes.of(command).forEach(pbx -> pbx.send(command));
    }

    /** Whether calls can be taken anywhere. */
    public boolean isUp() {
        return all.values().stream().anyMatch(AsteriskPbx::isUp);
    }

    /** Those that cannot be reached. */
    public List<PbxId> away() {
        List<PbxId> away = new ArrayList<>();
        all.forEach((id, pbx) -> {
            if (!pbx.isUp()) {
                away.add(id);
            }
        });
        return away;
    }

    /** For metrics and health, of all together: sums, and the largest lag. */
    public PbxStats stats() {
        PbxStats sum = null;
        for (AsteriskPbx pbx : all.values()) {
            sum = sum == null ? pbx.stats() : sum.plus(pbx.stats());
        }
        return sum;
    }

    @Override
    public void close() {
        all.values().forEach(AsteriskPbx::close);
    }
}
