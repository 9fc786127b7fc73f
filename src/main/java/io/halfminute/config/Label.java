package io.halfminute.config;

/** A name for people, in both languages. */
public record Label(String zh, String en) {

    /** In {@code language}. */
    public String in(Language language) {
        return language == Language.ZH ? zh : en;
    }

    /** From the keys {@code zh} and {@code en} of {@code section}; empty parts where they are missing. */
    static Label read(Section section) {
        return new Label(section.require("zh", Values.label()), section.require("en", Values.label()));
    }
}
