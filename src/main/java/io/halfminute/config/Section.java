package io.halfminute.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One mapping of a file, read key by key. Each key that was asked for counts as known; {@link #build} reports the others. A
 * section that is absent reads as one without keys, so that defaults are said in one place.
 */
final class Section {

    private final Source source;
    private final String path;
    private final int line;
    private final Map<String, NodeTuple> entries = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();
    private final int problemsBefore;

    Section(Source source, String path, Node node) {
        this.source = source;
        this.path = path;
        this.line = lineOf(node);
        this.problemsBefore = source.problems().count();
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::addEntry);
        } else if (!isEmpty(node)) {
            source.problem(line, path, "is not a group of keys; write each key on a line of its own below it");
        }
    }

    private void addEntry(NodeTuple entry) {
        int at = lineOf(entry.getKeyNode());
        if (!(entry.getKeyNode() instanceof ScalarNode name)) {
            source.problem(at, path, "has a key that is not a plain word");
        } else if (entries.putIfAbsent(name.getValue(), entry) != null) {
            source.problem(at, at(name.getValue()), "is there twice; remove one of them");
        }
    }

    /** The value of {@code key}, or {@code standard} when it is not there or will not do. */
    <T> T get(String key, T standard, Parser<T> parser) {
        return optional(key, parser).orElse(standard);
    }

    /** The value of {@code key}; null, and a problem, when it is not there or will not do. */
    <T> T require(String key, Parser<T> parser) {
        Optional<String> override = source.overrides().of(at(key));
        if (!entries.containsKey(key) && override.isEmpty()) {
            known.add(key);
            source.problem(line, at(key), "is needed and not there");
            return null;
        }
        return optional(key, parser).orElse(null);
    }

    <T> Optional<T> optional(String key, Parser<T> parser) {
        known.add(key);
        Optional<String> override = source.overrides().of(at(key));
        if (override.isPresent()) {
            return new Source(Overrides.SOURCE, source.overrides(), source.problems()).parse(0, at(key), override.get(),
                    parser);
        }
        NodeTuple entry = entries.get(key);
        return entry == null ? Optional.empty() : scalar(entry.getValueNode(), at(key), parser);
    }

    private <T> Optional<T> scalar(Node node, String at, Parser<T> parser) {
        if (!(node instanceof ScalarNode scalar)) {
            source.problem(lineOf(node), at, "is a group or a list; what would do is one value");
            return Optional.empty();
        }
        if (isEmpty(node)) {
            source.problem(lineOf(node), at, "has no value; write one, or remove the key to get its default");
            return Optional.empty();
        }
        return source.parse(lineOf(node), at, scalar.getValue(), parser);
    }

    /** The values of a list, in order; empty when it is not there. One from the command line is separated by commas. */
    <T> List<T> list(String key, Parser<T> parser) {
        known.add(key);
        Optional<String> override = source.overrides().of(at(key));
        if (override.isPresent()) {
            Source given = new Source(Overrides.SOURCE, source.overrides(), source.problems());
            return Stream.of(override.get().split(",")).map(one -> given.parse(0, at(key), one.strip(), parser))
                    .flatMap(Optional::stream).toList();
        }
        NodeTuple entry = entries.get(key);
        List<T> values = new ArrayList<>();
        if (entry != null && entry.getValueNode() instanceof SequenceNode sequence) {
            sequence.getValue().forEach(node -> scalar(node, at(key), parser).ifPresent(values::add));
        } else if (entry != null) {
            source.problem(lineOf(entry.getValueNode()), at(key), "is not a list; write [one, two], also for a single one");
        }
        return values;
    }

    /** The items of a list in order, each a word or a group of keys; none when it is not there. */
    void items(String key, Consumer<String> word, Consumer<Section> group) {
        known.add(key);
        NodeTuple entry = entries.get(key);
        if (entry == null) {
            return;
        }
        if (!(entry.getValueNode() instanceof SequenceNode sequence)) {
            source.problem(lineOf(entry.getValueNode()), at(key), "is not a list; write [one, two], also for a single one");
            return;
        }
        for (Node node : sequence.getValue()) {
            if (node instanceof ScalarNode scalar && !isEmpty(node)) {
                word.accept(scalar.getValue());
            } else {
                group.accept(new Section(source, at(key), node));
            }
        }
    }

    /** Whether there is such a key, or on the command line one below it. */
    boolean has(String key) {
        return entries.containsKey(key) || source.overrides().haveBelow(at(key));
    }

    /** The section under {@code key}; without keys when it is not there. */
    Section section(String key) {
        known.add(key);
        NodeTuple entry = entries.get(key);
        return new Section(source, at(key), entry == null ? null : entry.getValueNode());
    }

    /**
     * Reads each entry of a section whose keys are names of the operator's choice.
     *
     * @return all names, also of those that {@code reader} found wrong
     */
    Set<String> each(BiConsumer<String, Section> reader) {
        known.addAll(entries.keySet());
        entries.forEach((name, entry) -> reader.accept(name, new Section(source, at(name), entry.getValueNode())));
        return entries.keySet();
    }

    /** Hands over each key whose name is of the operator's choice and whose value is to be read by name. */
    void eachKey(Consumer<String> reader) {
        known.addAll(entries.keySet());
        entries.keySet().forEach(reader);
    }

    /** Reports a key that files of before had. */
    void gone(String key, String message) {
        if (has(key)) {
            known.add(key);
            problem(key, message);
        }
    }

    /** Reports what is wrong with the value of {@code key}, beyond its form. */
    void problem(String key, String message) {
        NodeTuple entry = entries.get(key);
        source.problem(entry == null ? line : lineOf(entry.getValueNode()), at(key), message);
    }

    /** Reports what is wrong with this section's own name or as a whole. */
    void problem(String message) {
        source.problem(line, path, message);
    }

    /** Reports keys that nobody asked for. To be called when all keys have been read. */
    <T> T finish(T value) {
        reportUnknownKeys();
        return value;
    }

    /** Reports keys that nobody asked for; then makes the record, if everything in this section is in order. */
    <T> Optional<T> build(Supplier<T> maker) {
        reportUnknownKeys();
        if (source.problems().count() > problemsBefore) {
            return Optional.empty();
        }
        try {
            return Optional.of(maker.get());
        } catch (IllegalArgumentException wrong) {
            problem(wrong.getMessage());
            return Optional.empty();
        }
    }

    private void reportUnknownKeys() {
        entries.forEach((key, entry) -> {
            if (!known.contains(key)) {
                source.unknown(lineOf(entry.getKeyNode()), at(key), key, known);
            }
        });
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static boolean isEmpty(Node node) {
        return node == null || Tag.NULL.equals(node.getTag());
    }

    private static int lineOf(Node node) {
        return node == null || node.getStartMark() == null ? 0 : node.getStartMark().getLine() + 1;
    }
}
