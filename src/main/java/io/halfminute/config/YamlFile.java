package io.halfminute.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Opens one file as a tree of nodes that still know their lines. No object is made from what the file says. */
final class YamlFile {

    /** A configuration is written by people; a larger file is a mistake. */
    private static final int MAX_CHARACTERS = 1_000_000;

    private YamlFile() {
    }

    /** The file's section; without keys, and a problem, when the file cannot be read. */
    static Section open(Path file, Overrides overrides, Problems problems) {
        Source source = new Source(file.getFileName().toString(), overrides, problems);
        return new Section(source, "", parse(file, source));
    }

    /** The section of a text that comes from elsewhere. */
    static Section of(String name, String text, Problems problems) {
        Source source = new Source(name, Overrides.NONE, problems);
        return new Section(source, "", parse(() -> text, null, source));
    }

    /** Where a text comes from. */
    private interface Text {
        String read() throws IOException;
    }

    private static Node parse(Path file, Source source) {
        return parse(() -> Files.readString(file), file, source);
    }

    private static Node parse(Text text, Path file, Source source) {
        try {
            return new Yaml(limits()).compose(new StringReader(text.read()));
        } catch (NoSuchFileException missing) {
            source.problem(0, "", "there is no such file in " + file.toAbsolutePath().getParent()
                    + "; the folder needs " + String.join(", ", Configuration.FILES));
        } catch (CharacterCodingException notText) {
            source.problem(0, "", "is not UTF-8 text; save it as UTF-8");
        } catch (IOException unreadable) {
            source.problem(0, "", "cannot be read: " + unreadable.getMessage());
        } catch (MarkedYAMLException wrong) {
            int line = wrong.getProblemMark() == null ? 0 : wrong.getProblemMark().getLine() + 1;
            source.problem(line, "", "is not YAML: " + wrong.getProblem()
                    + "; look at the indentation and the quotes of this line and the one above");
        } catch (YAMLException wrong) {
            source.problem(0, "", "is not YAML: " + wrong.getMessage());
        }
        return null;
    }

    private static LoaderOptions limits() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARACTERS);
        options.setNestingDepthLimit(20);
        options.setMaxAliasesForCollections(10);
        return options;
    }
}
