package io.halfminute.rules;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Finds functions and how long they are: in Java by the compiler's own parser, elsewhere by the brace that stands at the
 * indentation of the line which opened it.
 */
final class Functions {

    /** A function of more lines does more than one thing. */
    static final int MAX_LINES = 60;

    private static final Pattern SHELL = Pattern.compile("^(\\s*)(?:function\\s+)?([\\w-]+)\\s*\\(\\)\\s*\\{\\s*$");
    private static final Pattern SCRIPT = Pattern.compile(
            "^(\\s*)(?:export\\s+|default\\s+|async\\s+|private\\s+|public\\s+|static\\s+)*"
                    + "(?:function\\s+(\\w+)|(?:const|let)\\s+(\\w+)\\s*=.*=>|(?!if|for|while|switch|catch)(\\w+)\\s*\\(.*\\)[^=]*)"
                    + ".*\\{\\s*$");

    /** A function; {@code lines} from its first line to its last. */
    record Function(String path, int line, String name, int lines) {
        @Override
        public String toString() {
            return path + ":" + line + ": " + name + " has " + lines + " lines";
        }
    }

    private Functions() {
    }

    /** The functions of all these files; Java's parser is started once, since that takes longer than a file. */
    static List<Function> of(List<SourceFile> files) {
        List<Function> found = inJava(files.stream().filter(SourceFile::isJava).toList());
        files.stream().filter(file -> !file.isJava())
                .forEach(file -> found.addAll(byIndentation(file, file.isShell() ? SHELL : SCRIPT)));
        return found;
    }

    private static List<Function> inJava(List<SourceFile> files) {
        List<Function> functions = new ArrayList<>();
        if (files.isEmpty()) {
            return functions;
        }
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, found -> { }, List.of("-proc:none"), null, files.stream().map(Text::new).toList());
        try {
            for (CompilationUnitTree unit : task.parse()) {
                String path = unit.getSourceFile().toUri().getPath().substring(1);
                new Methods(path, unit, Trees.instance(task).getSourcePositions(), functions).scan(unit, null);
            }
            return functions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file as the parser wants it. */
    private static final class Text extends SimpleJavaFileObject {
        private final SourceFile file;

        Text(SourceFile file) {
            super(URI.create("string:///" + file.path()), Kind.SOURCE);
            this.file = file;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return String.join("\n", file.lines());
        }
    }

    private static final class Methods extends TreeScanner<Void, Void> {
        private final String path;
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<Function> found;

        Methods(String path, CompilationUnitTree unit, SourcePositions positions, List<Function> found) {
            this.path = path;
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public Void visitMethod(MethodTree method, Void none) {
            if (method.getBody() != null) {
                long from = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, method));
                long to = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, method));
                found.add(new Function(path, (int) from, method.getName().toString(), (int) (to - from + 1)));
            }
            return super.visitMethod(method, none);
        }
    }

    private static List<Function> byIndentation(SourceFile file, Pattern begin) {
        List<Function> found = new ArrayList<>();
        for (int index = 0; index < file.lines().size(); index++) {
            Matcher opening = begin.matcher(file.lines().get(index));
            if (opening.matches()) {
                int end = closing(file.lines(), index, opening.group(1));
                found.add(new Function(file.path(), index + 1, name(opening), end - index + 1));
            }
        }
        return found;
    }

    private static String name(Matcher opening) {
        for (int group = 2; group <= opening.groupCount(); group++) {
            if (opening.group(group) != null) {
                return opening.group(group);
            }
        }
        return "a function";
    }

    private static int closing(List<String> lines, int from, String indentation) {
        for (int index = from + 1; index < lines.size(); index++) {
            if (lines.get(index).startsWith(indentation + "}")) {
                return index;
            }
        }
        return lines.size() - 1;
    }
}
