package io.halfminute.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The data folder. What is written here is written whole or not at all, and is for the owner's eyes only. */
public final class DataFolder {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path root;

    public DataFolder(Path root) {
        this.root = root;
    }

    /** The file or folder of this name below the data folder; it need not be there. */
    public Path resolve(String name) {
        return root.resolve(name);
    }

    /**
     * Puts {@code content} into the file, unless it holds just that.
     *
     * @throws StartFailure when it cannot
     */
    public void write(String name, String content) {
        Path file = resolve(name);
        try {
            if (!holds(file, content)) {
                Files.createDirectories(file.getParent(), OWNER_FOLDER);
                Path draft = Files.createTempFile(file.getParent(), ".", ".new", OWNER_FILE);
                Files.writeString(draft, content);
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failure) {
            throw new StartFailure(file + " cannot be written (" + failure + "); maybe the data folder belongs to another user, "
                    + "or the disk is full: look at it, or choose another folder with --data DIR", failure);
        }
    }

    private static boolean holds(Path file, String content) throws IOException {
        return Files.exists(file) && content.equals(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }
}
