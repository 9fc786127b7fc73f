package io.halfminute.server;

import io.halfminute.acd.AcdInput;
import io.halfminute.config.Configuration;
import io.halfminute.config.Problem;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a changed configuration in while calls go on. */
final class ConfigReload {

    private static final Logger LOG = LoggerFactory.getLogger(ConfigReload.class);
    private static final long PBX_RELOAD_S = 30;

    private final AtomicReference<Configuration> current;
    private final AcdLoop loop;
    private final StorePart store;
    private final DataFolder data;

    ConfigReload(AtomicReference<Configuration> current, AcdLoop loop, StorePart store, DataFolder data) {
        this.current = current;
        this.loop = loop;
        this.store = store;
        this.data = data;
    }

    /** What fails here must not keep later changes out. */
    void take(Configuration changed) {
        try {
            takeIn(changed);
        } catch (RuntimeException failed) {
            LOG.error("The changed configuration could not be taken in", failed);
        }
    }

    private void takeIn(Configuration changed) {
        List<String> atRestart = current.get().restartNeededFor(changed);
        changed.warnings().forEach(warning -> LOG.warn("Configuration: {}", warning));
        Prepare.prepare(changed, data);
        current.set(changed);
        loop.put(new AcdInput.Reconfigure(changed.setup()));
        tellPbx();
        admit(changed);
        LOG.info("The changed configuration is in force{}", atRestart.isEmpty() ? ""
                : ", but for " + atRestart + ", which the next start takes in");
    }

    void refuse(List<Problem> problems) {
        LOG.error("The changed configuration will not do and the old one stays in force: {}", problems);
    }

    /** New users get a password; without a database they get it with the next change or start. */
    private void admit(Configuration changed) {
        try {
            store.admit(changed);
        } catch (RuntimeException unavailable) {
            LOG.error("Users could not be brought up to date: {}", unavailable.getMessage());
        }
    }

    /** Phones are registered at the PBX; the script that started it can have it look at them anew. */
    private void tellPbx() {
        String script = System.getProperty("halfminute.pbx");
        if (script == null || !current.get().server().pbx().managed()) {
            return;
        }
        try {
            Process reload = new ProcessBuilder(script, "reload", "--data", data.resolve("").toString())
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            if (!reload.waitFor(PBX_RELOAD_S, TimeUnit.SECONDS) || reload.exitValue() != 0) {
                LOG.error("The PBX did not take the changed phones in; ./halfminute reload says why");
            }
        } catch (IOException e) {
            LOG.error("The PBX could not be told of changed phones: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
