package io.halfminute.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    private static final Path FOLDER = Path.of("src/main/resources/db/migration");

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @Test
    void theyAreNumberedWithoutGapAndNoneTwice() throws IOException {
        List<Integer> numbers = files().stream()
                .map(file -> Integer.parseInt(file.getFileName().toString().replaceFirst("V(\\d+)__.*", "$1"))).sorted().toList();

        assertEquals(IntStream.rangeClosed(1, numbers.size()).boxed().toList(), numbers, () -> "choose the next number: " + FOLDER);
    }

    /** A server of the version before runs on while the first one of the next version brings the tables up to date. */
    @Test
    void theyTakeNothingAwayFromAServerOfTheVersionBefore() throws IOException {
        for (Path file : files()) {
            String sql = Files.readString(file).toLowerCase(Locale.ROOT);
            assertFalse(sql.matches("(?s).*\\b(drop table|drop column|rename column|rename to)\\b.*"),
                    () -> file + " takes away or renames what an older server uses; add the new beside it");
        }
    }
}
