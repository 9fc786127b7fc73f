package io.halfminute.bench;

import static org.awaitility.Awaitility.await;

import io.halfminute.testing.HotlineConfig;
import io.halfminute.testing.HotlineUnderTest;
import io.halfminute.testing.PbxUnderTest;
import io.halfminute.testing.Sipp;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One Asterisk, our server, and one set of phones, which serve our hotline and app_queue one after the other. Whoever is not
 * measured has no part in it: app_queue's queue has no members while ours is, our server is stopped while app_queue's is.
 */
final class Bed implements AutoCloseable {

    /** The number of our hotline. */
    static final String OURS = "4001";
    /** The number that leads to app_queue and past our dialplan and server. */
    static final String APP_QUEUE = "9900";

    private static final String QUEUE = "bench";
    private static final int PICK_UP_MS = 100;
    private static final int TALK_LEAST_MS = 1_000;
    private static final int TALK_MOST_MS = 3_000;
    /** Between two requests: a session may send fifty in a second. */
    private static final int REQUESTS_PAUSE_MS = 60;

    /** More than come in one load. */
    private static final int MOST_CALLERS = 20_000;

    private static final String DIALPLAN = """
            [hm-arrival](+)
            exten => 9900,1,Set(BENCH_FROM=${PJSIP_HEADER(read,From)})
             same => n,Set(BENCH_FROM=${CUT(BENCH_FROM,@,1)})
             same => n,Set(CALLERID(num)=${FILTER(0-9,${CUT(BENCH_FROM,:,2)})})
             same => n,Set(CHANNEL(musicclass)=calm)
             same => n,Answer(,i)
             same => n,Queue(bench,,,,600)
             same => n,Hangup()
            """;
    /** What makes app_queue as quick as it can be; its default for retry is 5. */
    private static final String QUEUES = """
            [bench]
            strategy = leastrecent
            timeout = 12
            retry = 1
            wrapuptime = 0
            autofill = yes
            ringinuse = no
            joinempty = yes
            leavewhenempty = no
            announce-frequency = 0
            reportholdtime = no
            """;

    private final Path folder;
    private final String[] agents;
    private final HotlineUnderTest hotline;
    private final Sipp phones;
    private int loads;
    private volatile Sipp callers;

    private Bed(Path folder, String[] agents) {
        this.folder = folder;
        this.agents = agents;
        ownDialplan();
        HotlineConfig config = new HotlineConfig().brand(OURS, "mandarin: {least: 1}", "12s", "0s", "");
        for (String agent : agents) {
            config.agent(agent, "mandarin: 3");
        }
        hotline = HotlineUnderTest.start(folder, config);
        phones = Sipp.phones(hotline.pbx(), hotline.folder("phones"), "phone-at-work", Map.of("RING_MS", "" + PICK_UP_MS,
                "TALK_LEAST_MS", "" + TALK_LEAST_MS, "TALK_MOST_MS", "" + TALK_MOST_MS));
    }

    /** Starts everything; the phones are registered and nobody is at work. */
    static Bed start(int agents) {
        try {
            Path folder = Files.createTempDirectory("halfminute-bench");
            Bed bed = make(folder, IntStream.range(0, agents).mapToObj(PbxUnderTest::phone).toArray(String[]::new));
            Runtime.getRuntime().addShutdownHook(new Thread(bed::close));
            bed.phones.register(bed.hotline.pbx(), List.of(bed.agents));
            return bed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Bed make(Path folder, String[] agents) {
        try {
            return new Bed(folder, agents);
        } catch (RuntimeException | AssertionError failed) {
            delete(folder);
            throw failed;
        }
    }

    private void ownDialplan() {
        Path extra = folder.resolve("data/pbx/extra");
        try {
            Files.createDirectories(extra);
            Files.writeString(extra.resolve("extensions.conf"), DIALPLAN);
            Files.writeString(extra.resolve("queues.conf"), QUEUES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every agent is signed in with us and ready. */
    void beginOurs() {
        for (String agent : agents) {
            hotline.ready(agent);
            Load.pause(REQUESTS_PAUSE_MS);
        }
    }

    /** Nobody is with us any more, and the server is gone; every phone is a member of app_queue's queue. */
    void changeToAppQueue() {
        for (String agent : agents) {
            hotline.supervisor().state(agent, "signed-out");
            Load.pause(REQUESTS_PAUSE_MS);
        }
        hotline.stopServer();
        for (String agent : agents) {
            hotline.pbx().cli("queue add member PJSIP/" + agent + " to " + QUEUE);
        }
    }

    /** Callers with numbers that no other load has, at most so many at once and so many in a second. */
    Sipp callers(String name, String dialled, double perSecond, int atOnce) {
        int prefix = 130 + loads++;
        List<Sipp.Caller> numbers = IntStream.range(0, MOST_CALLERS)
                .mapToObj(n -> new Sipp.Caller(prefix + "" + (10_000_000 + n), "", dialled)).toList();
        callers = Sipp.stream(hotline.pbx(), hotline.folder(name), numbers, perSecond, atOnce);
        return callers;
    }

    /** Ends every call and waits until none is left. */
    void hangUpAll() {
        hotline.pbx().cli("channel request hangup all");
        await("every call has ended").atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(500))
                .until(() -> hotline.pbx().cli("core show channels count").contains("0 active channels"));
    }

    Load.Sample sample() {
        long[] machine = Processor.ofMachine();
        return new Load.Sample(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()),
                Processor.ofProcess(pid(hotline.data().resolve("pbx/asterisk.pid"))),
                Processor.ofProcess(hotline.server().pid()), database(), machine[0], machine[1]);
    }

    private long database() {
        try (Stream<Path> folders = Files.list(hotline.data().resolve("postgres"))) {
            return folders.map(found -> found.resolve("postmaster.pid")).filter(Files::exists)
                    .mapToLong(file -> Processor.ofFamily(pid(file))).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long pid(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return Long.parseLong(lines.findFirst().orElseThrow().strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What runs here, for the report. */
    String versions() {
        return hotline.pbx().cli("core show version").strip().replaceAll(" built by.*", "") + ", Java "
                + Runtime.version() + ", " + "SIPp as phones and callers";
    }

    /** What the phones have sent and received. */
    Path phoneLog() {
        return phones.messageFile();
    }

    /** Ends every process that {@link #start} started, and deletes their files, which hold secrets. */
    @Override
    public synchronized void close() {
        if (callers != null) {
            callers.close();
        }
        phones.close();
        hotline.close();
        delete(folder);
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
