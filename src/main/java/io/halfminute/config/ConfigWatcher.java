package io.halfminute.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Notices that the folder has changed, reads it, and hands over what it says: a configuration that will do, or what is wrong
 * with it, in which case the old one stays in force. It looks at the content, not at file times, which editors, git and network
 * folders treat as they like. A change counts when two looks in a row have seen the same, so that a file that is
 * just being written is not read half.
 */
public final class ConfigWatcher implements AutoCloseable {

    private final Path folder;
    private final Map<String, String> settings;
    private final Duration poll;
    private final Consumer<Configuration> changed;
    private final Consumer<List<Problem>> refused;
    private final CountDownLatch closed = new CountDownLatch(1);
    private String settled;
    private String lastSeen;

    /**
     * Nothing is watched before {@link #start}; what the folder holds now is taken for what is in force.
     *
     * @param settings as in {@link Configuration#read(Path, Map)}
     * @param poll     between two looks
     * @param changed  gets each new configuration that will do, on the watcher's thread
     * @param refused  gets the problems of one that will not
     */
    public ConfigWatcher(Path folder, Map<String, String> settings, Duration poll, Consumer<Configuration> changed,
                         Consumer<List<Problem>> refused) {
        this.folder = folder;
        this.settings = Map.copyOf(settings);
        this.poll = poll;
        this.changed = changed;
        this.refused = refused;
        this.settled = Fingerprint.of(folder);
        this.lastSeen = settled;
    }

    /** Starts looking, on a thread of its own, until {@link #close}. */
    public void start() {
        Thread.ofVirtual().name("config-watcher").start(this::run);
    }

    private void run() {
        try {
            while (!closed.await(poll.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** One look; what {@link #start} does again and again. */
    synchronized void look() {
        String seen = Fingerprint.of(folder);
        boolean steady = seen.equals(lastSeen);
        lastSeen = seen;
        if (steady && !seen.equals(settled)) {
            settled = seen;
            takeIn();
        }
    }

    private void takeIn() {
        Configuration configuration;
        try {
            configuration = Configuration.read(folder, settings);
        } catch (ConfigException wrong) {
            refused.accept(wrong.problems());
            return;
        }
        changed.accept(configuration);
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
