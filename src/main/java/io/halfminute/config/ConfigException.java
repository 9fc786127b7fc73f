package io.halfminute.config;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration cannot be used; the message lists every problem, a line each. */
public final class ConfigException extends RuntimeException {

    private final transient List<Problem> problems;

    public ConfigException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    /** Everything that was found, in the order of the files and lines. */
    public List<Problem> problems() {
        return problems;
    }
}
