package io.halfminute.server;

import io.halfminute.config.Configuration;
import io.halfminute.store.Backup;
import io.halfminute.store.EmbeddedSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Copies a hotline, while it runs. */
@Command(name = "backup", description = "copies database, outbox, secrets and passwords into one file, while all runs",
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

    @Mixin
    private Place place;

    @Parameters(paramLabel = "FILE", description = "must not exist; such as halfminute.tar.gz")
    private Path file;

    @Override
    public Integer call() {
        Configuration configuration = place.read();
        EmbeddedSettings standard = EmbeddedSettings.standard(place.data());
        boolean ours = configuration.server().database().server().isEmpty();
        try {
            Backup.write(file.toAbsolutePath(), place.data(), ours ? Optional.of(new EmbeddedSettings(standard.folder(),
                    standard.programs(), standard.secret(), configuration.server().database().port(), standard.startMs()))
                    : Optional.empty());
        } catch (IOException failed) {
            throw new StartFailure("no backup was made: " + failed.getMessage(), failed);
        }
        return 0;
    }
}
