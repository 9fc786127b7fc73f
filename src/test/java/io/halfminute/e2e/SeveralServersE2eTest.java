package io.halfminute.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.testing.Api;
import io.halfminute.testing.HotlineConfig;
import io.halfminute.testing.HotlineUnderTest;
import io.halfminute.testing.JoinedNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TEL-24: two servers, of which one leads; whatever becomes of the leader, the other goes on. */
@Tag("e2e")
class SeveralServersE2eTest {

    private static final String NUMBER = "4001";
    /** A lease of 1.5 s, the look for it, and the start of what only the leader has. */
    private static final Duration TAKEN_OVER = Duration.ofSeconds(15);

    @TempDir
    private Path folder;
    private final JoinedNode.Group group = JoinedNode.Group.of(2);

    @Test
    void whenTheLeaderDiesTheOtherKnowsEveryCallAndGoesOn() {
        try (HotlineUnderTest first = startFirst(); JoinedNode second = JoinedNode.start(first, group)) {
            OneTalksOneWaits callers = OneTalksOneWaits.at(first, NUMBER);
            first.killServer();
            Api elsewhere = second.as("supervisor");
            callers.assertServed(new Calls(elsewhere), TAKEN_OVER);
            assertEquals(2, elsewhere.all("/calls").size(), "no call is there twice");
        }
    }

    @Test
    void everyNodeServesPagesAndApiAndALeaderThatStoodStillCommandsNothingAnyMore() throws Exception {
        try (HotlineUnderTest first = startFirst(); JoinedNode second = JoinedNode.start(first, group)) {
            first.answering(100, 2_000, "1001");
            Api elsewhere = second.as("supervisor");
            assertState("ready", elsewhere);
            elsewhere.state("1001", "signed-out");
            assertState("signed-out", first.supervisor());

            stop(first.server(), "STOP");
            await("the other leads").atMost(TAKEN_OVER).until(() -> second.api().health().contains("leads; epoch"));
            await("the other serves").atMost(TAKEN_OVER).ignoreExceptions()
                    .until(() -> !elsewhere.agent("1001").at("/state").asText().isEmpty());
            stop(first.server(), "CONT");

            await("the one that stood still notices and ends, to be started again").atMost(TAKEN_OVER)
                    .until(() -> !first.server().isAlive());
            assertEquals(75, first.server().exitValue());
            elsewhere.state("1001", "signed-in");
            await("his phone is known").atMost(TAKEN_OVER)
                    .until(() -> elsewhere.agent("1001").at("/phoneReachable").asBoolean());
            elsewhere.state("1001", "ready");
            first.call("13800000003", NUMBER, 20_000);
            assertEquals(List.of("1001 answered"), Calls.offers(new Calls(elsewhere).ended("13800000003")));

            first.startServer();
            assertTrue(first.api().health().contains("follows"), first.api()::health);
            // Not at each moment on a busy machine: a renewal that is late makes it unsure for a while.
            await("nothing is taken from the one that leads").atMost(TAKEN_OVER)
                    .until(() -> second.api().health().contains("leads; epoch"));
            assertTrue(first.api().health().contains("follows"), first.api()::health);
        }
    }

    private HotlineUnderTest startFirst() {
        HotlineConfig config = new HotlineConfig().agent("1001", "mandarin: 5")
                .brand(NUMBER, "mandarin: {least: 2}", "5s", "0s", "");
        return HotlineUnderTest.start(folder, config, group.first());
    }

    /** Handed through to the leader, whose boards are a moment behind what it was asked. */
    private static void assertState(String state, Api node) {
        await("1001 is " + state).atMost(Duration.ofSeconds(5))
                .until(() -> node.agent("1001").at("/state").asText().equals(state));
    }

    private static void stop(Process process, String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    }
}
