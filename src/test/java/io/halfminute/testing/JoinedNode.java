package io.halfminute.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** A second server of a hotline that runs already: same PBX, same database, a data folder and a process of its own. */
public final class JoinedNode implements AutoCloseable {

    /** Where two servers listen for each other. */
    public record Pair(int port, int otherPort) {

        /** At ports that nobody has. */
        public static Pair free() {
            return new Pair(Ports.tcp(), Ports.tcp());
        }

        /** What the first one is started with. */
        public Map<String, String> first() {
            return node("a", port);
        }

        private Map<String, String> node(String name, int own) {
            return Map.of("cluster.node", name, "cluster.port", Integer.toString(own), "cluster.members",
                    "127.0.0.1:" + port + ",127.0.0.1:" + otherPort);
        }
    }

    private final HotlineUnderTest first;
    private final ServerProcess server;

    private JoinedNode(HotlineUnderTest first, ServerProcess server) {
        this.first = first;
        this.server = server;
    }

    /** Starts the second one, in a folder of its own, and waits until it follows or leads. */
    public static JoinedNode start(HotlineUnderTest first, Pair pair) {
        ServerProcess server = new ServerProcess(first.folder("b"), first.config());
        pair.node("b", pair.otherPort).forEach(server::set);
        server.set("http.port", Ports.tcp());
        server.set("pbx.agi.port", Ports.tcp());
        server.set("pbx.managed", "false");
        server.set("pbx.ami.port", first.port("pbx.ami.port"));
        server.set("database.server.url", "jdbc:postgresql://127.0.0.1:" + first.port("database.port") + "/halfminute");
        server.set("database.server.user", "halfminute");
        server.set("database.server.password-file", first.data().resolve("secrets/database"));
        copy(first.data().resolve("secrets"), server.data().resolve("secrets"));
        JoinedNode joined = new JoinedNode(first, server);
        try {
            joined.start();
            return joined;
        } catch (RuntimeException | AssertionError failed) {
            joined.close();
            throw failed;
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            Files.createDirectories(to.getParent());
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it again. */
    public void start() {
        server.start();
    }

    /** A client that has not signed in, at this node. */
    public Api api() {
        return server.api();
    }

    /** A client at this node that has signed in as this user. */
    public Api as(String user) {
        return server.as(user, first.data().resolve("passwords"));
    }

    public Process process() {
        return server.process();
    }

    @Override
    public void close() {
        server.stop();
    }
}
