package io.halfminute.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The PostgreSQL that comes with the program, on a data folder that is kept. It is a process of its own: when the server is
 * killed it lives on, and the server that starts next finds it by its {@code postmaster.pid}: one that answers on the right
 * port with our password is taken over as it is, any other one of this folder is stopped first, and what a crash left behind
 * is cleared away.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String NAME = "halfminute";
    private static final int SECRET_BYTES = 24;
    private static final int TRIES = 5;

    private final EmbeddedSettings settings;
    private final PostgresControl control;
    private final String password;
    private final boolean adopted;

    /**
     * Starts it or takes it over; returns when it accepts connections.
     *
     * @param progress is told in words for people what is being done
     * @throws IllegalStateException with advice if it cannot be brought up
     */
    public static EmbeddedDatabase start(EmbeddedSettings settings, Consumer<String> progress) {
        try {
            Files.createDirectories(settings.folder());
            Path program = PostgresProgram.unpack(settings.programs(), progress);
            return new EmbeddedDatabase(settings, program, progress);
        } catch (IOException e) {
            throw new IllegalStateException("the database in " + settings.folder() + " cannot be started: "
                    + e.getMessage(), e);
        } catch (SQLException e) {
            throw new IllegalStateException("the database in " + settings.folder() + " runs but cannot be used: "
                    + e.getMessage() + "; maybe " + settings.secret() + " is not its password", e);
        }
    }

    private EmbeddedDatabase(EmbeddedSettings settings, Path program, Consumer<String> progress)
            throws IOException, SQLException {
        this.settings = settings;
        this.control = new PostgresControl(settings, program);
        boolean isNew = !Files.exists(settings.data().resolve("PG_VERSION"));
        this.password = secret(isNew);
        this.adopted = !isNew && adoptOrClear(progress);
        if (isNew) {
            progress.accept("making the database");
            init();
        }
        if (!adopted) {
            progress.accept("starting the database");
            requireFreePort();
            startPatiently();
        }
        makeDatabase();
    }

    /**
     * How to reach the one of this folder while the hotline runs; it is neither started nor stopped.
     *
     * @throws IllegalStateException with advice when there is none
     */
    public static DatabaseSettings running(EmbeddedSettings settings) {
        try {
            return new DatabaseSettings(url(settings, NAME), PostgresControl.USER, Files.readString(settings.secret()).strip());
        } catch (IOException e) {
            throw new IllegalStateException("there is no database in " + settings.folder()
                    + "; --data DIR names another data folder", e);
        }
    }

    /** How to reach it. */
    public DatabaseSettings database() {
        return new DatabaseSettings(url(NAME), PostgresControl.USER, password);
    }

    /** Whether it was running already, left by an earlier server. */
    public boolean adopted() {
        return adopted;
    }

    /** Stops it, with everything written. */
    @Override
    public void close() {
        try {
            control.stop("fast");
        } catch (IOException e) {
            throw new UncheckedIOException("the database in " + settings.folder() + " could not be stopped", e);
        }
    }

    /** @return true if the one that runs can be used as it is; false when none runs any more */
    private boolean adoptOrClear(Consumer<String> progress) throws IOException {
        Optional<Postmaster> found = Postmaster.of(settings.data());
        if (found.isEmpty()) {
            return false;
        }
        Postmaster postmaster = found.get();
        if (!postmaster.isAlive()) {
            Files.deleteIfExists(postmaster.file());
            return false;
        }
        if (postmaster.port() == settings.port() && answers()) {
            progress.accept("the database is running already");
            return true;
        }
        progress.accept("stopping a database that an earlier server left behind");
        stopAnyhow();
        return false;
    }

    private void stopAnyhow() throws IOException {
        try {
            control.stop("fast");
        } catch (IOException stuck) {
            control.stop("immediate");
        }
    }

    private boolean answers() {
        try (Connection connection = connect("postgres"); Statement ask = connection.createStatement()) {
            return ask.execute("select 1");
        } catch (SQLException e) {
            return false;
        }
    }

    /** After a crash, processes of the old one may need a moment to notice that it is gone. */
    private void startPatiently() throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                control.start();
                return;
            } catch (IOException e) {
                if (attempt == TRIES) {
                    throw new IOException(e.getMessage() + "; see " + settings.folder().resolve("start.log") + " and "
                            + settings.data().resolve("log"), e);
                }
                // Nobody tells when the last of them has gone.
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(attempt * 200L));
            }
        }
    }

    /** Beside its place first, so that a start that was killed leaves no half-made data. */
    private void init() throws IOException {
        Path draft = settings.folder().resolve("data.new");
        if (Files.exists(draft)) {
            PostgresProgram.delete(draft);
        }
        control.init(draft, settings.secret());
        Files.move(draft, settings.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private String secret(boolean mayBeMade) throws IOException {
        Path file = settings.secret();
        if (!Files.exists(file)) {
            if (!mayBeMade) {
                throw new IOException("its password file " + file + " is missing; put it back from a copy");
            }
            Files.createDirectories(file.getParent());
            Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwx------"));
            Path draft = Files.createTempFile(file.getParent(), ".", "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            byte[] random = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(random);
            Files.writeString(draft, Base64.getUrlEncoder().encodeToString(random) + "\n");
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    private void requireFreePort() throws IOException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()));
        } catch (IOException taken) {
            throw new IOException("port " + settings.port() + " on 127.0.0.1 is taken by another program; choose another"
                    + " database port in the configuration", taken);
        }
    }

    private void makeDatabase() throws SQLException {
        try (Connection connection = connect("postgres"); Statement ask = connection.createStatement()) {
            try (ResultSet there = ask.executeQuery("select 1 from pg_database where datname = '" + NAME + "'")) {
                if (there.next()) {
                    return;
                }
            }
            ask.execute("create database " + NAME);
        }
    }

    private Connection connect(String database) throws SQLException {
        Properties how = new Properties();
        how.setProperty("user", PostgresControl.USER);
        how.setProperty("password", password);
        how.setProperty("connectTimeout", "3");
        how.setProperty("socketTimeout", "10");
        return DriverManager.getConnection(url(database), how);
    }

    private String url(String database) {
        return url(settings, database);
    }

    private static String url(EmbeddedSettings settings, String database) {
        return "jdbc:postgresql://127.0.0.1:" + settings.port() + "/" + database;
    }
}
