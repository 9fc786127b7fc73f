package io.halfminute.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** Processor time as the kernel counts it, in milliseconds; see proc(5), /proc/PID/stat and /proc/stat. */
final class Processor {

    /** The kernel's unit in /proc, 1/100 s on every architecture that Linux shows to programs. */
    private static final long TICK_MS = 10;
    /** Behind the command's name, which may have blanks in it: state is field 3, utime field 14. */
    private static final int UTIME = 14 - 3;

    private Processor() {
    }

    /** Of a process that lives and of its children that have ended; 0 if it is gone. */
    static long ofProcess(long pid) {
        String[] fields = stat(pid);
        return fields.length == 0 ? 0
                : TICK_MS * Arrays.stream(fields, UTIME, UTIME + 4).mapToLong(Long::parseLong).sum();
    }

    /** Of a process and of its children, also those that live. */
    static long ofFamily(long pid) {
        try (Stream<ProcessHandle> children = ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants)) {
            return ofProcess(pid) + children.mapToLong(child -> ofProcess(child.pid())).sum();
        }
    }

    /** How many processors were busy for so long, all together, and how long they were there: two numbers. */
    static long[] ofMachine() {
        long[] times = Arrays.stream(read(Path.of("/proc/stat")).lines().findFirst().orElseThrow().split(" +"))
                .skip(1).limit(8).mapToLong(Long::parseLong).toArray();
        long all = Arrays.stream(times).sum();
        return new long[] {TICK_MS * (all - times[3] - times[4]), TICK_MS * all};
    }

    /** The three load averages: processes that run or want to, over 1, 5 and 15 minutes. */
    static String load() {
        return String.join(" ", Arrays.copyOf(read(Path.of("/proc/loadavg")).split(" "), 3));
    }

    private static String[] stat(long pid) {
        String text = read(Path.of("/proc/" + pid + "/stat"));
        return text.isEmpty() ? new String[0] : text.substring(text.lastIndexOf(')') + 2).split(" ");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException gone) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
