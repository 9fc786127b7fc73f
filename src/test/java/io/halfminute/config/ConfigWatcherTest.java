package io.halfminute.config;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigWatcherTest {

    @TempDir
    Path temp;

    private final List<Configuration> taken = new CopyOnWriteArrayList<>();
    private final List<List<Problem>> refused = new CopyOnWriteArrayList<>();
    private Folder folder;
    private ConfigWatcher watcher;

    @BeforeEach
    void watch() {
        folder = new Folder(temp);
        watcher = new ConfigWatcher(temp, Map.of(), Duration.ofMillis(10), taken::add, refused::add);
    }

    @Test
    void nothingIsTakenInWhileNothingChanges() {
        watcher.look();
        watcher.look();
        assertEquals(0, taken.size());
    }

    @Test
    void aChangeIsTakenInOnceAndOnlyWhenItHasSettled() {
        folder.with("agents.yaml", "users: {}");
        watcher.look();
        assertEquals(0, taken.size());
        watcher.look();
        watcher.look();
        assertEquals(1, taken.size());
        assertEquals(0, taken.getFirst().users().size());
    }

    @Test
    void aFileThatIsStillBeingWrittenIsLeftAlone() {
        folder.with("agents.yaml", "users: {100");
        watcher.look();
        folder.with("agents.yaml", "users: {}");
        watcher.look();
        assertEquals(0, refused.size());
        watcher.look();
        assertEquals(1, taken.size());
    }

    @Test
    void whatWillNotDoIsToldOnceAndTheMendIsTakenIn() {
        folder.with("agents.yaml", "user: {}");
        watcher.look();
        watcher.look();
        watcher.look();
        assertEquals(1, refused.size());
        assertEquals("user", refused.getFirst().getFirst().key());
        folder.with("agents.yaml", "users: {}");
        watcher.look();
        watcher.look();
        assertEquals(1, taken.size());
    }

    @Test
    void itLooksByItselfUntilItIsClosed() {
        watcher.start();
        folder.with("agents.yaml", "users: {}");
        await().atMost(Duration.ofSeconds(5)).until(() -> taken.size() == 1);
        watcher.close();
    }
}
