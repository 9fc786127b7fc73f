package io.halfminute.store;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * Unpacks the PostgreSQL that is on the class path (zonky's binaries). It is unpacked beside its place and then moved there
 * in one step, so that a start that was killed leaves nothing half done behind.
 */
final class PostgresProgram {

    private static final int PROGRESS_STEP = 10;

    private PostgresProgram() {
    }

    /** @return the folder with {@code bin/postgres} */
    static Path unpack(Path place, Consumer<String> progress) throws IOException {
        if (Files.isExecutable(place.resolve("bin/postgres"))) {
            return place;
        }
        Files.createDirectories(place.getParent());
        Path draft = Files.createTempDirectory(place.getParent(), ".unpacking-");
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
        unpackTo(draft, progress);
        try {
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException anotherWasFaster) {
            delete(draft);
            if (!Files.isExecutable(place.resolve("bin/postgres"))) {
                throw anotherWasFaster;
            }
        }
        return place;
    }

    private static void unpackTo(Path folder, Consumer<String> progress) throws IOException {
        URLConnection archive = archive().openConnection();
        long size = archive.getContentLengthLong();
        try (InputStream packed = archive.getInputStream(); TarArchiveInputStream tar = new TarArchiveInputStream(
                new XZInputStream(new Watched(new BufferedInputStream(packed), size, progress)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                put(tar, entry, target(folder, entry));
            }
        }
    }

    private static Path target(Path folder, TarArchiveEntry entry) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the archive wants to write outside its folder: " + entry.getName());
        }
        return target;
    }

    private static void put(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
            Set<PosixFilePermission> rights = PosixFilePermissions.fromString(
                    (entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x");
            Files.setPosixFilePermissions(target, rights);
        }
    }

    private static URL archive() throws IOException {
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        String name = "/postgres-" + system + "-" + machine + ".txz";
        URL found = PostgresProgram.class.getResource(name);
        if (found == null) {
            throw new IOException("no PostgreSQL for this machine comes with the program (" + name.substring(1)
                    + "); name a database of your own by its url");
        }
        return found;
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Tells how far the packed stream has been read. */
    private static final class Watched extends FilterInputStream {
        private final long size;
        private final Consumer<String> progress;
        private long read;
        private long told;

        Watched(InputStream in, long size, Consumer<String> progress) {
            super(in);
            this.size = Math.max(1, size);
            this.progress = progress;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int some = super.read(buffer, offset, length);
            count(Math.max(0, some));
            return some;
        }

        private void count(int some) {
            read += some;
            long percent = Math.min(100, read * 100 / size) / PROGRESS_STEP * PROGRESS_STEP;
            if (percent > told) {
                told = percent;
                progress.accept("unpacking the database: " + percent + " %");
            }
        }
    }
}
