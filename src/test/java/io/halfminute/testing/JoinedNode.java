package io.halfminute.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One more server of a hotline that runs already: same PBX, same database, a data folder and a process of its own. */
public final class JoinedNode implements AutoCloseable {

    /**
     * Where the servers of one hotline listen for each other.
     *
     * @param ports one a server, the first one's first
     */
    public record Group(List<Integer> ports) {

        public Group {
            ports = List.copyOf(ports);
        }

        /** So many, at ports that nobody has. */
        public static Group of(int servers) {
            return new Group(IntStream.range(0, servers).mapToObj(server -> Ports.tcp()).toList());
        }

        /** What the first one is started with. */
        public Map<String, String> first() {
            return node(0);
        }

        private Map<String, String> node(int which) {
            return Map.of("cluster.node", name(which), "cluster.port", ports.get(which).toString(), "cluster.members",
                    ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(",")));
        }

        private static String name(int which) {
            return String.valueOf((char) ('a' + which));
        }
    }

    private final HotlineUnderTest first;
    private final ServerProcess server;

    private JoinedNode(HotlineUnderTest first, ServerProcess server) {
        this.first = first;
        this.server = server;
    }

    /** Starts the second one, in a folder of its own, and waits until it follows or leads. */
    public static JoinedNode start(HotlineUnderTest first, Group group) {
        return start(first, group, 1, Map.of());
    }

    /**
     * Likewise any other one.
     *
     * @param which    its place in the group, from 1
     * @param settings values for keys of {@code halfminute.yaml} that stand in for those that follow from the first one
     */
    public static JoinedNode start(HotlineUnderTest first, Group group, int which, Map<String, String> settings) {
        ServerProcess server = new ServerProcess(first.folder(Group.name(which)), first.config());
        group.node(which).forEach(server::set);
        server.set("http.port", Ports.tcp());
        server.set("pbx.agi.port", Ports.tcp());
        server.set("pbx.managed", "false");
        server.set("pbx.ami.port", first.port("pbx.ami.port"));
        server.set("database.server.url", "jdbc:postgresql://127.0.0.1:" + first.port("database.port") + "/halfminute");
        server.set("database.server.user", "halfminute");
        server.set("database.server.password-file", first.data().resolve("secrets/database"));
        settings.forEach(server::set);
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
