package io.halfminute.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a server's process holds at a moment, asked from outside.
 *
 * @param atMs     since 1970
 * @param heapKb   what lives in the heap, right after a collection of all of it, in KiB
 * @param threads  of the system's
 * @param files    open, sockets among them
 * @param residentKb all memory of the process, in KiB
 */
record ServerFigures(long atMs, long heapKb, int threads, int files, long residentKb) {

    private static final Pattern USED = Pattern.compile("(?i)tenured +(?:generation +)?total \\d+K, used (\\d+)K");

    static ServerFigures of(Process server) {
        String pid = Long.toString(server.pid());
        try (Stream<Path> open = Files.list(Path.of("/proc", pid, "fd"))) {
            int files = (int) open.count();
            int threads = (int) status(pid, "Threads");
            jcmd(pid, "GC.run");
            return new ServerFigures(System.currentTimeMillis(), heap(jcmd(pid, "GC.heap_info")), threads, files,
                    status(pid, "VmRSS"));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** The old generation: a collection of all moves there what lives, and what is made between it and this is elsewhere. */
    private static long heap(String info) throws IOException {
        Matcher used = USED.matcher(info);
        if (!used.find()) {
            throw new IOException("the heap is not that of launcher/server.options: " + info);
        }
        return Long.parseLong(used.group(1));
    }

    private static long status(String pid, String name) throws IOException {
        Matcher line = Pattern.compile("(?m)^" + name + ":\\s+(\\d+)").matcher(Files.readString(Path.of("/proc", pid, "status")));
        if (!line.find()) {
            throw new IOException("/proc/" + pid + "/status has no " + name);
        }
        return Long.parseLong(line.group(1));
    }

    private static String jcmd(String pid, String question) throws IOException {
        Process asked = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), pid, question)
                .redirectErrorStream(true).start();
        return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
