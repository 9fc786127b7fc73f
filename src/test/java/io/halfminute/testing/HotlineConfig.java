package io.halfminute.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The configuration of a hotline for a test: one queue a brand, no greeting unless wanted, short times.
 */
public final class HotlineConfig {

    private final List<String> agents = new ArrayList<>();
    private final List<String> brands = new ArrayList<>();
    private final List<String> queues = new ArrayList<>();
    private final List<String> server = new ArrayList<>();

    /** An agent, his phone of the same name, and his skills such as {@code mandarin: 5}. */
    public HotlineConfig agent(String name, String skills) {
        agents.add("  %s: {name: Agent %s, team: early, phone: \"%s\", skills: {%s}}".formatted(name, name, name, skills));
        return this;
    }

    /** A brand on a number with a queue of its own that asks for {@code skills}, such as {@code mandarin: {least: 2}}. */
    public HotlineConfig brand(String number, String skills, String ring, String wrapUp, String more) {
        brands.add("  b%s: {name: {zh: 店, en: Shop %s}, numbers: [\"%s\"], language: en, queue: q%s%s}"
                .formatted(number, number, number, number, more));
        queues.add("  q%s: {name: Queue %s, skills: {%s}, ring: %s, wrap-up: %s}"
                .formatted(number, number, skills, ring, wrapUp));
        return this;
    }

    /** In which circles the agents of the last brand's queue are looked for, such as {@code [wanted, least]}. */
    public HotlineConfig rings(String rings) {
        queues.add(queues.removeLast().replace("wrap-up:", "rings: " + rings + ", wrap-up:"));
        return this;
    }

    /** More of {@code halfminute.yaml}. */
    public HotlineConfig server(String line) {
        server.add(line);
        return this;
    }

    /** Writes the four files. */
    public Path write(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("halfminute.yaml"), "config-poll: 200ms\n" + String.join("\n", server)
                    + "\n");
            Files.writeString(folder.resolve("brands.yaml"), "brands:\n" + String.join("\n", brands) + "\n");
            Files.writeString(folder.resolve("queues.yaml"), """
                    skills:
                      mandarin: {zh: 普通话, en: Mandarin}
                      english: {zh: 英语, en: English}
                    queues:
                    """ + String.join("\n", queues) + "\n");
            Files.writeString(folder.resolve("agents.yaml"), "users:\n" + String.join("\n", agents)
                    + "\n  supervisor: {name: Supervisor, role: supervisor}\n");
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
