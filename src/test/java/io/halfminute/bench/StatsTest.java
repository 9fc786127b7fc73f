package io.halfminute.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatsTest {

    @TempDir
    private Path folder;

    @Test
    void percentilesOfDelaysAreToldInMilliseconds() {
        Histogram micros = new Histogram(3);
        IntStream.rangeClosed(1, 1_000).forEach(n -> micros.recordValue(n * 10L));
        Stats stats = Stats.ofMicros(micros);
        assertEquals(5.0, stats.mean(), 0.02);
        assertEquals(5.0, stats.p50(), 0.01);
        assertEquals(9.9, stats.p99(), 0.02);
        assertEquals(1_000, stats.n());
    }

    @Test
    void percentilesOfFewValuesAreValuesThatWereMeasured() {
        assertEquals(new Stats(2, 2, 3, 30), Stats.of(List.of(3.0, 1.0, 2.0), 30));
        assertTrue(Double.isNaN(Stats.of(List.of(), 0).p50()));
    }

    @Test
    void theFileIsAListWithNothingWhereAppQueueHasNothing() throws Exception {
        Path file = folder.resolve("bench.json");
        Report.write(List.of(new Figure("idle_to_ring", "ms", new Stats(1.5, 1.25, 3, 400), new Stats(594, 594, Double.NaN, 0)),
                new Figure("simulate_day", "s", new Stats(1, 1, 1, 5), null)), file);
        String text = Files.readString(file).replaceAll("\\s", "");
        assertEquals("[{\"name\":\"idle_to_ring\",\"unit\":\"ms\",\"ours\":{\"mean\":1.5,\"p50\":1.25,\"p99\":3.0,\"n\":400},"
                + "\"app_queue\":{\"mean\":594.0,\"p50\":594.0,\"p99\":null,\"n\":0}},{\"name\":\"simulate_day\",\"unit\":\"s\","
                + "\"ours\":{\"mean\":1.0,\"p50\":1.0,\"p99\":1.0,\"n\":5},\"app_queue\":null}]", text);
    }

    @Test
    void theProcessorTimeOfAProcessGrowsWithItsWork() {
        long own = ProcessHandle.current().pid();
        assertTrue(Processor.ofProcess(own) > 0);
        assertTrue(Processor.ofFamily(own) >= Processor.ofProcess(own) / 2);
        assertEquals(0, Processor.ofProcess(4_194_999), "above the largest process id that there is");
        long[] machine = Processor.ofMachine();
        assertTrue(machine[0] > 0 && machine[0] <= machine[1]);
    }
}
