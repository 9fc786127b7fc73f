package io.halfminute.server;

import io.halfminute.config.Configuration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What has to be there before the PBX starts: checked configuration, secrets, and the PBX's settings. */
@Command(name = "prepare", description = "checks the configuration, makes missing secrets, writes the PBX's settings",
        mixinStandardHelpOptions = true)
final class Prepare implements Callable<Integer> {

    @Mixin
    private Place place;

    @Override
    public Integer call() {
        Configuration configuration = place.read();
        prepare(configuration, new DataFolder(place.data()));
        return 0;
    }

    /** Writes what is missing or has changed; what is right already stays as it is. */
    static void prepare(Configuration configuration, DataFolder data) {
        Secrets secrets = new Secrets(data);
        secrets.makeMissing(configuration);
        new PbxFiles(data, secrets).write(configuration);
        LaunchFile.write(configuration, data);
    }
}
