package io.halfminute.server;

import io.halfminute.config.Configuration;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Where configuration and data are, and what the command line says otherwise than the files. */
public final class Place {

    @Option(names = "--config", paramLabel = "DIR", defaultValue = "config", description = "the configuration (${DEFAULT-VALUE})")
    private Path config;

    @Option(names = "--data", paramLabel = "DIR", defaultValue = "data",
            description = "database, secrets, logs (${DEFAULT-VALUE})")
    private Path data;

    @Option(names = "--port", paramLabel = "N", description = "the port of pages and API; the same as --set http.port=N")
    private Integer port;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "stands in for a value of halfminute.yaml; repeatable")
    private Map<String, String> settings = new LinkedHashMap<>();

    /** The folder of the configuration. */
    public Path config() {
        return config;
    }

    /** The data folder, absolute. */
    public Path data() {
        return data.toAbsolutePath().normalize();
    }

    /** Values by key that stand in for those of the files. */
    public Map<String, String> settings() {
        Map<String, String> all = new LinkedHashMap<>(settings);
        if (port != null) {
            all.put("http.port", port.toString());
        }
        return all;
    }

    /** @throws io.halfminute.config.ConfigException with everything that will not do */
    public Configuration read() {
        return Configuration.read(config, settings());
    }
}
