package io.halfminute.server;

import io.halfminute.store.Restore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes a data folder of a backup. */
@Command(name = "restore", description = "makes a new data folder of a backup", mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

    @Mixin
    private Place place;

    @Parameters(paramLabel = "FILE", description = "what backup has written")
    private Path file;

    @Override
    public Integer call() {
        try {
            Restore.read(file.toAbsolutePath(), place.data());
        } catch (IOException failed) {
            throw new StartFailure("nothing was restored: " + failed.getMessage(), failed);
        }
        return 0;
    }
}
