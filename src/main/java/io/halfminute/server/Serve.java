package io.halfminute.server;

import io.halfminute.config.Configuration;
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
        Server server = new Server(place, configuration);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            stopped.countDown();
        }, "stop"));
        server.start();
        stopped.await();
        return 0;
    }
}
