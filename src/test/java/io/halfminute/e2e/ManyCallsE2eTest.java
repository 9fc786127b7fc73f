package io.halfminute.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.halfminute.testing.Api;
import io.halfminute.testing.HotlineConfig;
import io.halfminute.testing.HotlineUnderTest;
import io.halfminute.testing.Sipp;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TEL-LOG: what was rung, what was recorded, what is in tickets and what the PBX itself wrote down are the same calls. */
@Tag("e2e")
class ManyCallsE2eTest {

    private static final int CALLS = 200;
    private static final int AGENTS = 20;
    private static final DateTimeFormatter CDR_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    @TempDir
    private Path folder;

    @Test
    void twoHundredCallersAtTenASecondAreAllServedAndAllAccountedFor() {
        HotlineConfig config = new HotlineConfig().brand("4001", "mandarin: {least: 1}", "5s", "0s", "");
        String[] agents = IntStream.range(0, AGENTS).mapToObj(n -> Integer.toString(1001 + n)).toArray(String[]::new);
        for (String agent : agents) {
            config.agent(agent, "mandarin: 3");
        }
        try (HotlineUnderTest hotline = HotlineUnderTest.start(folder, config)) {
            hotline.answering(200, 1_300, agents);
            List<Sipp.Caller> callers = IntStream.range(0, CALLS)
                    .mapToObj(n -> new Sipp.Caller("1390000" + String.format("%04d", n), "", "4001")).toList();
            try (Sipp ringing = Sipp.callers(hotline.pbx(), hotline.folder("callers"), callers, 10, 60_000)) {
                ringing.awaitSuccess(120);
            }
            Api supervisor = hotline.supervisor();
            await("every call has ended in the records").atMost(Duration.ofSeconds(10)).until(() ->
                    supervisor.all("/calls").stream().filter(call -> !call.at("/endedMs").isNull()).count() == CALLS);
            List<JsonNode> records = supervisor.all("/calls");
            assertEquals(CALLS, records.size());
            assertEquals(Map.of("answered", (long) CALLS), records.stream()
                    .collect(Collectors.groupingBy(call -> call.at("/end").asText(), Collectors.counting())));
            assertEquals(CALLS, records.stream().map(call -> call.at("/caller/number").asText()).distinct().count());
            assertEquals(CALLS, records.stream().map(call -> call.at("/ticket").asLong()).distinct().count());
            assertEquals(CALLS, supervisor.all("/tickets").size());
            assertAgreesWithThePbx(records, hotline.pbx().callRecords());
            assertTheLedgerCountsAsThePbx(supervisor, records, hotline.pbx().callRecords());
            assertTrue(supervisor.metrics().lines().noneMatch(line -> line.matches("halfminute_invariant\\S* [1-9].*")),
                    "no invariant was broken");
        }
    }

    /** A line has when the call was placed, answered and over, in whole seconds: a record may differ by one. */
    private static void assertAgreesWithThePbx(List<JsonNode> records, List<String> lines) {
        Map<String, long[]> times = new HashMap<>();
        for (String line : lines) {
            String[] fields = line.substring(1, line.length() - 1).split("\"?,\"?");
            String call = fields[fields.length - 1].replace("\"", "");
            long[] span = times.computeIfAbsent(call, _ -> new long[] {Long.MAX_VALUE, 0});
            String[] stamps = java.util.regex.Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d").matcher(line)
                    .results().map(java.util.regex.MatchResult::group).toArray(String[]::new);
            span[0] = Math.min(span[0], millis(stamps[1]));
            span[1] = Math.max(span[1], millis(stamps[stamps.length - 1]));
        }
        assertEquals(CALLS, times.size(), "calls in the PBX's own records");
        for (JsonNode record : records) {
            long[] span = times.get(record.at("/callId").asText());
            assertTrue(Math.abs(record.at("/arrivedMs").asLong() - span[0]) <= 1_000, () -> "arrival of " + record);
            assertTrue(Math.abs(record.at("/endedMs").asLong() - span[1]) <= 1_000, () -> "end of " + record);
        }
    }

    /** TEL-30: recounted from the PBX's own records, in which an agent's line has a far side, the difference is 0. */
    private static void assertTheLedgerCountsAsThePbx(Api supervisor, List<JsonNode> records, List<String> lines) {
        Set<String> calls = new HashSet<>();
        Set<String> answered = new HashSet<>();
        for (String line : lines) {
            String[] fields = line.substring(1, line.length() - 1).split("\"?,\"?");
            String call = fields[fields.length - 1].replace("\"", "");
            calls.add(call);
            if (!fields[6].isBlank() && line.contains("\"ANSWERED\"")) {
                answered.add(call);
            }
        }
        long first = records.stream().mapToLong(call -> call.at("/arrivedMs").asLong()).min().orElseThrow();
        for (String by : List.of("queue", "brand", "skill", "hour", "day")) {
            JsonNode total = supervisor.get("/service-level?by=" + by + "&from=" + first + "&to=" + (first + 3_600_000)).at("/total");
            assertEquals(calls.size(), total.at("/offered").asInt(), by);
            assertEquals(answered.size(), total.at("/buckets/answeredInTime").asInt() + total.at("/buckets/answeredLate").asInt(), by);
            assertEquals(records.stream().filter(call -> call.at("/inTime").asBoolean()).count(),
                    total.at("/buckets/answeredInTime").asLong(), by);
        }
    }

    private static long millis(String cdrTime) {
        return LocalDateTime.parse(cdrTime, CDR_TIME).toInstant(ZoneOffset.UTC).toEpochMilli();
    }
}
