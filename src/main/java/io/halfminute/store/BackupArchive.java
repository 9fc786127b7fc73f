package io.halfminute.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A packed folder that is being written while files in it change: what vanishes is left out, what shrinks is filled up. */
final class BackupArchive implements AutoCloseable {

    /** First and last of each archive, so that a file of another kind, or half a file, is recognised. */
    static final String FIRST = "halfminute-backup";
    static final String LAST = "complete";

    private final TarArchiveOutputStream tar;
    private final byte[] buffer = new byte[1 << 16];

    BackupArchive(Path file) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        OutputStream packed = new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), 1 << 16);
        tar = new TarArchiveOutputStream(packed, StandardCharsets.UTF_8.name());
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        text(FIRST, "1\n");
    }

    void text(String name, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    /** Everything below {@code folder}, links followed, but what {@code leaveOut} names by its path below the folder. */
    void folder(String name, Path folder, Predicate<String> leaveOut) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        tar.putArchiveEntry(new TarArchiveEntry(name + "/"));
        tar.closeArchiveEntry();
        for (Path path : list(folder)) {
            String below = path.getFileName().toString();
            if (leaveOut.test(below)) {
                continue;
            }
            if (Files.isDirectory(path)) {
                folder(name + "/" + below, path, under -> leaveOut.test(below + "/" + under));
            } else if (Files.isRegularFile(path)) {
                file(name + "/" + below, path);
            }
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        } catch (NoSuchFileException vanished) {
            return List.of();
        }
    }

    void file(String name, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            long size = Files.size(file);
            TarArchiveEntry entry = new TarArchiveEntry(name);
            entry.setSize(size);
            tar.putArchiveEntry(entry);
            copy(in, size);
            tar.closeArchiveEntry();
        } catch (NoSuchFileException vanished) {
            // Between the list and now, as the database's files do; its log makes good for it.
            return;
        }
    }

    private void copy(InputStream in, long size) throws IOException {
        long left = size;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                java.util.Arrays.fill(buffer, (byte) 0);
                read = (int) Math.min(buffer.length, left);
            }
            tar.write(buffer, 0, read);
            left -= read;
        }
    }

    /** To be called when all is in it; without it the archive counts as half a one. */
    void complete() throws IOException {
        text(LAST, "1\n");
        tar.finish();
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
