package io.halfminute.server;

import io.halfminute.config.Configuration;
import io.halfminute.config.PbxConfig;
import io.halfminute.pbx.PbxEvent;
import io.halfminute.pbx.asterisk.ArrivalPlan;
import io.halfminute.pbx.asterisk.AsteriskPbx;
import io.halfminute.pbx.asterisk.AsteriskPbxs;
import io.halfminute.pbx.asterisk.AsteriskSettings;
import io.halfminute.pbx.asterisk.AsteriskSettings.Login;
import io.halfminute.pbx.asterisk.FastAgi;
import io.halfminute.pbx.asterisk.Known;
import io.halfminute.pbx.asterisk.Standing;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The ways to the telephone exchange: commands and events by AMI, the dialplan's questions by FastAGI. */
final class PbxPart implements AutoCloseable {

    final AsteriskPbxs asterisk;
    private final FastAgi agi;
    private final PbxConfig.Agi agiConfig;

    /**
     * @param current the configuration in force, asked at each arrival
     * @param alive   whether the machine is well; while it is not, the PBX looks after callers by itself
     * @param known   what is on record of calls
     */
    PbxPart(Supplier<Configuration> current, Secrets secrets, Mandate mandate, HotlineClock clock,
            Consumer<PbxEvent> listener, BooleanSupplier alive, Known known) {
        PbxConfig config = current.get().server().pbx();
        agiConfig = config.agi();
        asterisk = new AsteriskPbxs(config.all().stream().map(site -> settings(config, site, secrets, mandate)).toList(),
                clock, listener, new Standing(alive, mandate.holds()), known, clock::heard);
        agi = new FastAgi(agiSettings(config, secrets), dialled -> plan(current.get(), dialled));
    }

    /** Begins, beside whatever goes on, to load what the link to the PBX will need. */
    static void rehearse(Configuration configuration, DataFolder data) {
        PbxConfig config = configuration.server().pbx();
        AsteriskSettings settings = settings(config, config.all().getFirst(), new Secrets(data), Mandate.alone(1));
        Thread.ofPlatform().daemon().name("rehearsal").start(() -> AsteriskPbx.rehearse(settings));
    }

    /** Listens for the dialplan first, so that no caller finds the PBX with a server and the server without a door. */
    void start() {
        try {
            agi.start();
        } catch (IOException taken) {
            throw new StartFailure("the server cannot listen for the dialplan on " + agiConfig.address() + ":"
                    + agiConfig.port() + " (" + taken.getMessage()
                    + "); is another program there? Choose another port with pbx.agi.port", taken);
        }
        asterisk.start();
    }

    private static Optional<ArrivalPlan> plan(Configuration configuration, String dialled) {
        return configuration.arrivalPlan().of(dialled).map(arrival -> new ArrivalPlan(arrival.brand().value(),
                arrival.queue().value(), arrival.language().code(), arrival.music(), arrival.greeting()));
    }

    private static AsteriskSettings settings(PbxConfig config, PbxConfig.Site site, Secrets secrets, Mandate mandate) {
        PbxConfig.Ami ami = config.ami();
        AsteriskSettings.Limits standard = AsteriskSettings.Limits.DEFAULT;
        AsteriskSettings.Limits limits = new AsteriskSettings.Limits(ms(ami.connectTimeout()), ms(ami.actionTimeout()),
                standard.listTimeoutMs(), ms(ami.ping()), ms(ami.silence()), ms(ami.reconnectFirst()),
                ms(ami.reconnectMost()), ms(config.heartbeat().every()), ms(ami.resync()), ami.mostPending(),
                ami.mostQueued(), standard.maxValueLength());
        return new AsteriskSettings(site.name(), site.host(), site.amiPort(), new Login("hm-events", secrets.amiEvents()),
                new Login("hm-actions", secrets.amiActions()), mandate.epoch(), door(config, mandate), limits);
    }

    /** With several servers the dialplan has to be told which of them to ask, and each of several PBXs whom. */
    private static Optional<String> door(PbxConfig config, Mandate mandate) {
        PbxConfig.Agi agi = config.agi();
        return mandate.shared() || config.all().size() > 1 ? Optional.of("agi://" + agi.address() + ":" + agi.port() + "/arrival") : Optional.empty();
    }

    private static FastAgi.Settings agiSettings(PbxConfig config, Secrets secrets) {
        PbxConfig.Agi agi = config.agi();
        return new FastAgi.Settings(InetAddress.ofLiteral(agi.address()), agi.port(), secrets.agiToken(),
                agi.mostConnections(), ms(agi.timeout()));
    }

    private static int ms(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }

    @Override
    public void close() {
        asterisk.close();
        agi.close();
    }
}
