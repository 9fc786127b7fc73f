package io.halfminute.server;

import io.halfminute.config.Configuration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the server until it is told to stop. */
@Command(name = "serve", description = "runs the server", mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {

    @Mixin
    private Place place;

    @Override
    public Integer call() throws InterruptedException {
        Configuration configuration = place.read();
        DataFolder data = new DataFolder(place.data());
        Prepare.prepare(configuration, data);
        PbxPart.rehearse(configuration, data);
        DatabaseHome home = new DatabaseHome(configuration.server().database(), data);
        return configuration.server().cluster().isPresent() ? serveAsNode(configuration, home)
                : serveAlone(configuration, home, data);
    }

    private int serveAlone(Configuration configuration, DatabaseHome home, DataFolder data) throws InterruptedException {
        long epoch = new Epochs(data, InstantSource.system()::millis).next();
        Server server = new Server(place, configuration, home, Mandate.alone(epoch));
        CountDownLatch stopped = closedAtTheEnd(server, home);
        server.start();
        stopped.await();
        return 0;
    }

    private int serveAsNode(Configuration configuration, DatabaseHome home) {
        Node node = new Node(place, configuration, home);
        closedAtTheEnd(node, home);
        node.start();
        int code = node.ended().join();
        home.leaveRunning();
        return code;
    }

    /** The database last, since records are written until then. */
    private static CountDownLatch closedAtTheEnd(AutoCloseable what, DatabaseHome home) {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            Closing.all(new ArrayDeque<>(List.of(what, home)));
            stopped.countDown();
        }, "stop"));
        return stopped;
    }
}
