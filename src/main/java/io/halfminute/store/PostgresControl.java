package io.halfminute.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs PostgreSQL's own commands. PostgreSQL refuses to be run by root; for root they are run in a user namespace of their
 * own, where the same account has no name and no special rights ({@code unshare --user}).
 */
final class PostgresControl {

    static final String USER = "halfminute";
    private static final int LONGEST_OUTPUT = 2_000;

    private final EmbeddedSettings settings;
    private final Path bin;

    PostgresControl(EmbeddedSettings settings, Path program) {
        this.settings = settings;
        this.bin = program.resolve("bin");
    }

    /** Makes a data folder that lets nobody in without the password. */
    void init(Path data, Path secret) throws IOException {
        run("initdb", "--pgdata=" + data, "--username=" + USER, "--pwfile=" + secret, "--auth=scram-sha-256",
                "--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8");
    }

    /** Returns when it accepts connections. The database lives on when this program is killed. */
    void start() throws IOException {
        run("pg_ctl", "--pgdata=" + settings.data(), "--wait", "--timeout=" + seconds(),
                "--log=" + settings.folder().resolve("start.log"), "--options=" + options(), "start");
    }

    /** @param mode {@code fast}: those connected are cut off and all is written; {@code immediate}: mended at the next start */
    void stop(String mode) throws IOException {
        run("pg_ctl", "--pgdata=" + settings.data(), "--wait", "--timeout=" + seconds(), "--mode=" + mode, "stop");
    }

    /** Durable, on loopback only, without a socket file; a week of logs. */
    private String options() {
        return String.join(" ", "-p " + settings.port(), "-c listen_addresses=127.0.0.1", "-c unix_socket_directories=",
                "-c fsync=on", "-c synchronous_commit=on", "-c full_page_writes=on", "-c max_connections=50",
                "-c max_wal_size=256MB", "-c timezone=UTC", "-c log_timezone=UTC", "-c logging_collector=on",
                "-c log_directory=log", "-c log_filename=postgresql-%a.log", "-c log_truncate_on_rotation=on",
                "-c log_rotation_age=1d", "-c log_rotation_size=0");
    }

    private int seconds() {
        return Math.max(1, settings.startMs() / 1_000);
    }

    /** Output goes to a file: the database would keep a pipe open for ever. */
    private void run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        Path output = settings.folder().resolve(program + ".out");
        Process process = new ProcessBuilder(command).directory(settings.folder().toFile())
                .redirectErrorStream(true).redirectOutput(output.toFile()).start();
        int status = await(process, program);
        if (status != 0) {
            throw new IOException(program + " ended with status " + status + ": " + tail(output)
                    + (isRoot() ? " (maybe this machine forbids user namespaces; run the server as another user, or name"
                    + " a database of your own by its url)" : ""));
        }
    }

    private int await(Process process, String program) throws IOException {
        try {
            if (!process.waitFor(settings.startMs() + 5_000L, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IOException(program + " did not end within " + settings.startMs() + " ms");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + program, e);
        }
    }

    private static String tail(Path output) throws IOException {
        String all = Files.readString(output, StandardCharsets.UTF_8).strip();
        return all.substring(Math.max(0, all.length() - LONGEST_OUTPUT));
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
