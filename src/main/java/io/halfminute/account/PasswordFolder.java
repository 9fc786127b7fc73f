package io.halfminute.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** Where the operator finds generated passwords: one file a user, readable by the owner only. */
public final class PasswordFolder {

    private final Path folder;

    /** @param folder such as {@code data/passwords}; made when it is not there */
    public PasswordFolder(Path folder) {
        this.folder = folder;
    }

    /** The file of a user. */
    public Path file(User user) {
        return folder.resolve(user.name());
    }

    /** The password in the user's file; empty if there is no file or nothing in it. */
    Optional<String> read(User user) {
        try {
            return Files.exists(file(user)) ? Optional.of(Files.readString(file(user)).strip()).filter(s -> !s.isEmpty())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the password file " + file(user), e);
        }
    }

    /** Writes the file whole or not at all; it is never readable by others, not even for a moment. */
    void write(User user, String password) {
        try {
            makeFolder();
            Path draft = Files.createTempFile(folder, ".", "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, password + "\n");
            Files.move(draft, file(user), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the password file " + file(user)
                    + "; maybe the folder is not writable or the disk is full", e);
        }
    }

    private void makeFolder() throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
}
