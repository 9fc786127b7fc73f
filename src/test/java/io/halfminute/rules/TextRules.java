package io.halfminute.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rules about the text of files: their length, words that promise work, paths of somebody's machine. */
final class TextRules {

    /** A file of more lines holds more than one thing. */
    static final int MAX_FILE_LINES = 400;

    /** Put together here, so that this file does not break its own rule. */
    private static final Map<Pattern, String> BANNED = Map.of(
            word("TO" + "DO"), "do it now, or file an issue and say in a comment what holds today",
            word("FIX" + "ME"), "mend it now, or file an issue and say in a comment what holds today",
            Pattern.compile("@Dis" + "abled\\b"), "mend the test or delete it",
            Pattern.compile("(?<![\\w.}])/wo" + "rk/"), "name files from the project's root; others have other machines",
            Pattern.compile("/tm" + "p/wt\\b"), "name files from the project's root; others have other machines");

    private TextRules() {
    }

    private static Pattern word(String word) {
        return Pattern.compile("\\b" + word + "\\b");
    }

    /** Programs that are too long. */
    static List<String> tooLong(List<SourceFile> files) {
        return files.stream().filter(SourceFile::isCode).filter(file -> file.lines().size() > MAX_FILE_LINES)
                .map(file -> file.path() + " has " + file.lines().size() + " lines; " + MAX_FILE_LINES
                        + " are the most, 200 are long: find the second thing in it and give it a file and a name")
                .toList();
    }

    /** Banned words, with the lines where they stand. */
    static List<String> bannedWords(List<SourceFile> files) {
        return files.stream().flatMap(TextRules::bannedWords).toList();
    }

    private static Stream<String> bannedWords(SourceFile file) {
        return IntStream.range(0, file.lines().size()).boxed().flatMap(index -> BANNED.entrySet().stream()
                .filter(banned -> banned.getKey().matcher(file.lines().get(index)).find())
                .map(banned -> file.path() + ":" + (index + 1) + ": " + file.lines().get(index).strip() + " — "
                        + banned.getValue()));
    }

    /** Packages of the product that say nothing of themselves. */
    static List<String> withoutPackageInfo(List<SourceFile> files) {
        Set<String> told = files.stream().filter(file -> file.endsWith("/package-info.java")).map(TextRules::folder)
                .collect(Collectors.toSet());
        return files.stream().filter(file -> file.isJava() && file.path().startsWith("src/main/")).map(TextRules::folder)
                .distinct().filter(folder -> !told.contains(folder))
                .map(folder -> folder + " has no package-info.java; say there what the package is for, and what it is not")
                .toList();
    }

    private static String folder(SourceFile file) {
        return file.path().substring(0, file.path().lastIndexOf('/'));
    }

    /** Functions that are too long. */
    static List<String> tooLongFunctions(List<SourceFile> files) {
        List<SourceFile> code = files.stream().filter(SourceFile::isCode).toList();
        return Functions.of(code).stream().filter(function -> function.lines() > Functions.MAX_LINES)
                .map(function -> function + "; " + Functions.MAX_LINES
                        + " are the most, 20 are long: give each step of it a function with a name")
                .toList();
    }
}
