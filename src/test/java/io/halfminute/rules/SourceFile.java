package io.halfminute.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A text that people wrote.
 *
 * @param path from the project's root, with slashes
 */
record SourceFile(String path, List<String> lines) {

    /** Made or fetched, at whatever depth. */
    private static final Set<String> NOT_OURS = Set.of(".git", "target", "node_modules", "dist");
    /** Where a server that was tried here keeps its things. */
    private static final String DATA = "data";
    private static final Set<String> NAMES = Set.of("halfminute", "run", "Dockerfile", ".gitignore");
    private static final Set<String> ENDINGS = Set.of("java", "ts", "svelte", "css", "html", "sh", "md", "yaml", "yml",
            "sql", "xml", "conf", "properties", "json");
    private static final Set<String> LOCK_FILES = Set.of("package-lock.json");

    static SourceFile of(String path, String text) {
        return new SourceFile(path, text.lines().toList());
    }

    /** Every text of the project below {@code root}, without generated ones. */
    static List<SourceFile> below(Path root) {
        List<SourceFile> found = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean foreign = NOT_OURS.contains(String.valueOf(folder.getFileName()))
                            || folder.equals(root.resolve(DATA));
                    return foreign ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (attributes.isRegularFile() && isText(file.getFileName().toString())) {
                        read(root, file, found);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static void read(Path root, Path file, List<SourceFile> found) throws IOException {
        String path = root.relativize(file).toString().replace('\\', '/');
        try {
            SourceFile source = new SourceFile(path, Files.readAllLines(file));
            if (!source.isGenerated()) {
                found.add(source);
            }
        } catch (MalformedInputException e) {
            throw new IOException(path + " is not UTF-8; save it as UTF-8", e);
        }
    }

    private static boolean isText(String name) {
        return NAMES.contains(name) || ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1)) && !LOCK_FILES.contains(name);
    }

    /** Says so in its first lines. */
    private boolean isGenerated() {
        return lines.stream().limit(5).anyMatch(line -> line.contains("do not edit"));
    }

    boolean endsWith(String... endings) {
        return List.of(endings).stream().anyMatch(path::endsWith);
    }

    /** Whether it is a program: Java, the pages' sources, or a shell script, by its name or its first line. */
    boolean isCode() {
        return isJava() || isPage() || isShell();
    }

    boolean isJava() {
        return path.startsWith("src/") && endsWith(".java");
    }

    boolean isPage() {
        return path.startsWith("src/main/web/src/") && endsWith(".ts", ".svelte");
    }

    boolean isShell() {
        return endsWith(".sh") || !lines.isEmpty() && lines.getFirst().matches("#!.*\\b(ba)?sh\\b.*");
    }
}
