package io.halfminute.server;

import io.halfminute.config.Brand;
import io.halfminute.config.Configuration;
import io.halfminute.config.PbxConfig;
import io.halfminute.config.User;
import io.halfminute.demo.DemoAgent;
import io.halfminute.demo.DemoPlayers;
import io.halfminute.demo.DemoSettings;
import io.halfminute.pbx.PhoneId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Plays callers and agents against a server and a PBX that run. */
@Command(name = "demo-players", description = "plays callers and agents", mixinStandardHelpOptions = true)
final class PlayDemo implements Callable<Integer> {

    @Mixin
    private Place place;

    @Option(names = "--call-every", paramLabel = "MS", defaultValue = "4000",
            description = "milliseconds between two calls (${DEFAULT-VALUE})")
    private int callEveryMs;

    @Option(names = "--phones-address", paramLabel = "ADDRESS", defaultValue = "127.0.0.3",
            description = "the desk phones' own address (${DEFAULT-VALUE})")
    private String phonesAddress;

    @Option(names = "--seed", paramLabel = "N", description = "of the players' chance (default: another one each time)")
    private Long seed;

    @Override
    public Integer call() throws InterruptedException {
        DemoPlayers players = new DemoPlayers(settings(place.read()));
        Runtime.getRuntime().addShutdownHook(new Thread(players::close, "stop"));
        try {
            players.start();
        } catch (IOException failure) {
            throw new StartFailure("the demonstration cannot start: " + failure.getMessage() + "; maybe sipp is missing "
                    + "(apt-get install sip-tester)", failure);
        }
        new CountDownLatch(1).await();
        return 0;
    }

    private DemoSettings settings(Configuration configuration) {
        PbxConfig pbx = configuration.server().pbx();
        long chosen = seed != null ? seed : System.nanoTime();
        System.out.println("seed " + chosen);
        URI api = URI.create("http://" + configuration.server().http().address() + ":" + configuration.server().http().port());
        List<String> breaks = configuration.server().pauseReasons().stream().map(choice -> choice.reason().code()).toList();
        List<String> numbers = configuration.brands().values().stream().map(Brand::numbers).flatMap(List::stream).toList();
        return new DemoSettings(place.data().resolve("demo"), api, pbx.sip().address() + ":" + pbx.sip().port(),
                pbx.trunkAddress(), phonesAddress, numbers, Duration.ofMillis(callEveryMs), agents(configuration), breaks, chosen);
    }

    private List<DemoAgent> agents(Configuration configuration) {
        Secrets secrets = new Secrets(new DataFolder(place.data()));
        return configuration.users().values().stream().filter(user -> user.phone().isPresent())
                .map(user -> agent(user, user.phone().get(), secrets)).toList();
    }

    private DemoAgent agent(User user, PhoneId phone, Secrets secrets) {
        return new DemoAgent(user.id().value(), password(user), phone.value(), secrets.phone(phone));
    }

    private String password(User user) {
        try {
            return Files.readString(place.data().resolve("passwords").resolve(user.id().value())).strip();
        } catch (IOException missing) {
            throw new StartFailure("there is no password of user " + user.id() + " in " + place.data().resolve("passwords")
                    + "; start the server first", missing);
        }
    }
}
