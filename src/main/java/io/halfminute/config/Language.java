package io.halfminute.config;

/** A language that prompts and pages have. */
public enum Language {
    /** Chinese. */
    ZH,
    /** English. */
    EN;

    /** As written in files and file names: {@code zh}, {@code en}. */
    public String code() {
        return Values.written(this);
    }
}
