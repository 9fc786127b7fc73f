package io.halfminute.journal;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * The journal's files, {@code journal-<run>-<number>.jsonl.gz}, in the order of their names. For the owner's eyes only: callers'
 * numbers are in them.
 */
final class JournalFiles implements Closeable {

    private static final Pattern NAME = Pattern.compile("journal-\\d{13,}-\\d{6}\\.jsonl\\.gz");
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path folder;
    private final JournalLimits limits;
    private final long run;
    private int number;
    private Counted bytes;
    private Writer writer;

    /** @param run larger than that of every earlier run of the server */
    JournalFiles(Path folder, JournalLimits limits, long run) {
        this.folder = folder;
        this.limits = limits;
        this.run = run;
    }

    /** All that are there, oldest first. */
    static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> NAME.matcher(file.getFileName().toString()).matches()).sorted().toList();
        }
    }

    void write(String line) throws IOException {
        if (writer == null || bytes.written >= limits.fileBytes()) {
            next();
        }
        writer.write(line);
        writer.write('\n');
    }

    /** What was written can be read, even if the server is killed now. */
    void flush() throws IOException {
        if (writer != null) {
            writer.flush();
        }
    }

    private void next() throws IOException {
        close();
        Files.createDirectories(folder, OWNER_FOLDER);
        List<Path> there = in(folder);
        Path file = folder.resolve(String.format("journal-%013d-%06d.jsonl.gz", run, ++number));
        Files.createFile(file, OWNER_FILE);
        begin(file);
        for (int i = 0; i <= there.size() - limits.files(); i++) {
            Files.deleteIfExists(there.get(i));
        }
    }

    /** A file that cannot even be begun, as on a full disk, is not left there: it would push an older one out. */
    private void begin(Path file) throws IOException {
        Counted out = new Counted(Files.newOutputStream(file));
        try {
            writer = new BufferedWriter(new OutputStreamWriter(new GZIPOutputStream(out, 8_192, true), StandardCharsets.UTF_8));
            bytes = out;
        } catch (IOException e) {
            out.close();
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** The next line begins a new file. */
    @Override
    public void close() throws IOException {
        Writer old = writer;
        writer = null;
        if (old != null) {
            old.close();
        }
    }

    private static final class Counted extends FilterOutputStream {
        private long written;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
            written++;
        }

        @Override
        public void write(byte[] values, int from, int count) throws IOException {
            out.write(values, from, count);
            written += count;
        }
    }
}
