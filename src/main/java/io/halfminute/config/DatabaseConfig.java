package io.halfminute.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The database.
 *
 * @param port           of the embedded one, which is used when {@code server} is empty; its files are in the data folder
 * @param server         one that runs elsewhere
 * @param mostConnections in the pool
 * @param connectTimeout until a connection from the pool counts as not to be had
 */
public record DatabaseConfig(int port, Optional<Server> server, int mostConnections, Duration connectTimeout) {

    /**
     * A PostgreSQL server of the operator's own.
     *
     * @param url          {@code jdbc:postgresql://HOST:PORT/NAME}, without user and password
     * @param passwordFile a file with the password in its first line, readable by the owner only
     */
    public record Server(String url, String user, Path passwordFile) {
    }

    static DatabaseConfig read(Section section) {
        return section.finish(new DatabaseConfig(
                section.get("port", 5434, Values.port()),
                section.has("server") ? readServer(section.section("server")) : Optional.empty(),
                section.get("most-connections", 10, Values.integer(2, 200)),
                section.get("connect-timeout", Duration.ofSeconds(5),
                        Values.duration(Duration.ofMillis(250), Duration.ofSeconds(60)))));
    }

    private static Optional<Server> readServer(Section section) {
        String url = section.require("url", Values.matching("jdbc:postgresql://[^\\s?@]+/[A-Za-z0-9_-]+",
                "jdbc:postgresql://HOST:PORT/NAME, with user and password in keys of their own"));
        String user = section.require("user", Values.matching("[A-Za-z0-9_.-]{1,63}", "the name of a database user"));
        String file = section.require("password-file", Values.matching(".{1,200}", "the path of a file"));
        return section.build(() -> new Server(url, user, Path.of(file)));
    }
}
