package io.halfminute.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Makes a data folder of a {@link Backup}. Never writes over a hotline that is there. */
public final class Restore {

    static final FileAttribute<Set<PosixFilePermission>> OWNER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final List<String> OF_A_HOTLINE = List.of("postgres/data", "outbox.db", "secrets", "passwords");

    private Restore() {
    }

    /**
     * Unpacks beside the places first, so that half an archive changes nothing.
     *
     * @throws IOException with advice: the folder holds a hotline, or the file is no whole backup
     */
    public static void read(Path file, Path data) throws IOException {
        requireEmpty(data);
        Files.createDirectories(data, OWNER);
        Path draft = Files.createTempDirectory(data, ".restoring-", OWNER);
        try {
            if (!unpack(file, draft)) {
                throw new IOException(file + " ends too early: it is half a backup");
            }
            requireEmpty(data);
            place(draft, data);
        } finally {
            PostgresProgram.delete(draft);
        }
    }

    private static void requireEmpty(Path data) throws IOException {
        for (String name : OF_A_HOTLINE) {
            if (Files.exists(data.resolve(name))) {
                throw new IOException(data.resolve(name) + " is there: a hotline lives in this folder, or did; choose a new one"
                        + " with --data DIR, or stop it and move that folder away");
            }
        }
    }

    private static boolean unpack(Path file, Path draft) throws IOException {
        boolean whole = false;
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file))))) {
            TarArchiveEntry entry = tar.getNextEntry();
            if (entry == null || !entry.getName().equals(BackupArchive.FIRST)) {
                throw new IOException(file + " is no backup of a hotline");
            }
            for (entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                whole = entry.getName().equals(BackupArchive.LAST);
                put(tar, entry, draft);
            }
        } catch (java.util.zip.ZipException wrong) {
            throw new IOException(file + " is no backup of a hotline (" + wrong.getMessage() + ")", wrong);
        } catch (java.io.EOFException half) {
            return false;
        }
        return whole;
    }

    private static void put(TarArchiveInputStream tar, TarArchiveEntry entry, Path draft) throws IOException {
        Path target = draft.resolve(entry.getName()).normalize();
        if (!target.startsWith(draft) || target.equals(draft)) {
            throw new IOException("the archive wants to write outside its folder: " + entry.getName());
        }
        if (!entry.isDirectory() && entry.getLinkFlag() != TarConstants.LF_NORMAL) {
            throw new IOException("a backup holds files and folders only, this one something else: " + entry.getName());
        }
        Files.createDirectories(entry.isDirectory() ? target : target.getParent(), OWNER);
        if (!entry.isDirectory()) {
            Files.createFile(target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (var out = Files.newOutputStream(target)) {
                tar.transferTo(out);
            }
        }
    }

    private static void place(Path draft, Path data) throws IOException {
        Files.deleteIfExists(draft.resolve(BackupArchive.LAST));
        Files.createDirectories(data.resolve("postgres"), OWNER);
        Files.createDirectories(data.resolve("run"), OWNER);
        for (String name : Stream.concat(OF_A_HOTLINE.stream(), Stream.of("run/epoch")).toList()) {
            if (Files.exists(draft.resolve(name))) {
                Files.move(draft.resolve(name), data.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }
}
