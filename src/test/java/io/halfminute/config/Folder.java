package io.halfminute.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A folder of configuration for a test: small, in order, and changed file by file. */
final class Folder {

    static final String QUEUES = """
            skills:
              mandarin: {zh: 普通话, en: Mandarin}
              english: {zh: 英语, en: English}
            queues:
              orders:
                skills:
                  mandarin: {least: 2, wanted: 4}
            """;
    static final String BRANDS = """
            brands:
              shop-a:
                name: {zh: 甲店, en: Shop A}
                numbers: ["4001"]
                language: zh
                queue: orders
            """;
    static final String AGENTS = """
            users:
              1001:
                phone: "1001"
                skills: {mandarin: 5}
            """;

    private final Path path;

    Folder(Path path) {
        this.path = path;
        with("halfminute.yaml", "").with("queues.yaml", QUEUES).with("brands.yaml", BRANDS).with("agents.yaml", AGENTS);
    }

    Folder with(String file, String content) {
        try {
            Files.writeString(path.resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Folder without(String file) {
        try {
            Files.delete(path.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Configuration read() {
        return Configuration.read(path);
    }

    /** What is wrong with it, a line each; empty if nothing is. */
    List<String> problems(Map<String, String> settings) {
        try {
            Configuration.read(path, settings);
            return List.of();
        } catch (ConfigException wrong) {
            return wrong.problems().stream().map(Problem::toString).toList();
        }
    }

    List<String> problems() {
        return problems(Map.of());
    }
}
