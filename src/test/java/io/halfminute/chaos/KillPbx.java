package io.halfminute.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.halfminute.chaos.Finding.Kind;
import io.halfminute.testing.Api;
import io.halfminute.testing.HotlineConfig;
import io.halfminute.testing.HotlineUnderTest;
import io.halfminute.testing.PbxUnderTest;
import io.halfminute.testing.Ports;
import io.halfminute.testing.Sipp;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One of two Asterisks dies without a word under calls, and is started again. The other one's calls must not notice. */
final class KillPbx implements Scenario {

    private static final String NUMBER = "4001";
    private static final int TALK_MS = 45_000;
    private static final int STAY_MS = 120_000;
    private static final long FIRST_AT_A = 13_910_000_000L;
    private static final long FIRST_AT_B = 13_920_000_000L;
    private static final Duration MOST = Duration.ofSeconds(120);

    private final List<Long> lost = new ArrayList<>();
    private final List<Long> back = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    @Override
    public String name() {
        return "kill-pbx";
    }

    @Override
    public Outcome run(Path folder, Form form) {
        int agents = form.full() ? 20 : 3;
        PbxUnderTest[] other = new PbxUnderTest[1];
        try (HotlineUnderTest hotline = HotlineUnderTest.start(folder, config(2 * agents), Map.of(),
                started -> other[0] = PbxUnderTest.startPrepared(started.data().resolve("pbx-b")));
             PbxUnderTest b = other[0]) {
            return new Run(hotline, b, agents).play();
        }
    }

    private static HotlineConfig config(int agents) {
        return Crowd.config(agents).server("""
                pbx:
                  name: a
                  servers:
                    b: {ami-port: %d, sip: {port: %d, web-socket-port: %d, rtp-start: 46000, rtp-end: 47999}}
                """.formatted(Ports.tcp(), Ports.udp("127.0.0.1"), Ports.tcp()));
    }

    /** Half of the agents at each PBX; at b as many callers as agents, at a twice as many. */
    private final class Run {
        private final HotlineUnderTest hotline;
        private final PbxUnderTest b;
        private final int agents;
        private final Api supervisor;

        Run(HotlineUnderTest hotline, PbxUnderTest b, int agents) {
            this.hotline = hotline;
            this.b = b;
            this.agents = agents;
            this.supervisor = hotline.supervisor();
        }

        Outcome play() {
            List<String> atA = numbers(FIRST_AT_A, 2 * agents);
            List<String> atB = numbers(FIRST_AT_B, agents);
            try (Sipp phonesB = phones(b, agents); Sipp callersB = callers(b, "callers-b", atB)) {
                settle(atB);
                try (Sipp phonesA = phones(hotline.pbx(), 0); Sipp callersA = callers(hotline.pbx(), "callers-a", atA)) {
                    settle(atA.subList(0, agents));
                    Wait.until(MOST, () -> atA.stream().allMatch(number -> !calls(number).isEmpty()));
                    hotline.pbx().kill();
                    lost.add(Wait.until(MOST, () -> atA.stream().allMatch(this::isOver), findings, () -> "all ended"));
                }
                atA.forEach(number -> check(number, "pbx-lost", Kind.LOST));
                comeBack();
                Wait.until(MOST, () -> atB.stream().allMatch(this::isOver), findings, () -> "calls of b ended");
                atB.forEach(number -> check(number, "normal", Kind.CUT));
            }
            return new Outcome("kill -9 of one of two Asterisks", "each of its calls kept as lost; 0 dropped at the other", 1,
                    atA.size() + atB.size() + 1, List.of(new Measure("every call of it ended", 15_000, lost),
                    new Measure("a new call answered there", 30_000, back)), findings, "");
        }

        private void comeBack() {
            hotline.pbx().start();
            long start = System.nanoTime();
            String number = Long.toString(FIRST_AT_A - 1);
            try (Sipp phones = phones(hotline.pbx(), 0); Sipp caller = callers(hotline.pbx(), "caller-new", List.of(number))) {
                long answered = Wait.until(MOST, () -> calls(number).stream().anyMatch(call -> !call.at("/answeredMs").isNull()),
                        findings, () -> "a new call answered");
                back.add(answered < 0 ? -1 : Wait.sinceMs(start));
            }
        }

        private Sipp phones(PbxUnderTest pbx, int first) {
            List<String> names = IntStream.range(first, first + agents).mapToObj(PbxUnderTest::phone).toList();
            Sipp phones = Sipp.answering(pbx, hotline.folder("phones-" + first + "-" + System.nanoTime()), 200, TALK_MS);
            phones.register(pbx, names);
            names.forEach(name -> hotline.ready(name));
            return phones;
        }

        private Sipp callers(PbxUnderTest pbx, String folder, List<String> numbers) {
            return Sipp.callers(pbx, hotline.folder(folder), numbers.stream()
                    .map(number -> new Sipp.Caller(number, "", NUMBER)).toList(), 5, STAY_MS);
        }

        private void settle(List<String> numbers) {
            Wait.until(MOST, () -> numbers.stream().allMatch(number -> calls(number).stream()
                    .anyMatch(call -> !call.at("/answeredMs").isNull())), findings, () -> "callers talk");
        }

        private List<JsonNode> calls(String number) {
            return supervisor.all("/calls?number=" + number);
        }

        private boolean isOver(String number) {
            Wait.pause(25);
            return calls(number).stream().anyMatch(call -> !call.at("/endedMs").isNull());
        }

        private void check(String number, String cause, Kind kind) {
            List<JsonNode> records = calls(number);
            if (records.size() != 1) {
                findings.add(new Finding(records.isEmpty() ? Kind.LOST : Kind.DOUBLE, records.size() + " records of " + number));
            } else if (!records.getFirst().at("/cause/reason").asText().equals(cause)
                    || records.getFirst().at("/ticket").asLong() == 0) {
                findings.add(new Finding(kind, records.getFirst().toString()));
            }
        }
    }

    private static List<String> numbers(long first, int count) {
        return IntStream.range(0, count).mapToObj(n -> Long.toString(first + n)).toList();
    }
}
