package io.halfminute.alarm;

import java.util.Locale;

/** How bad it is. */
public enum Severity {
    /** Callers suffer now, or will within minutes. */
    CRITICAL,
    /** Nobody suffers yet. */
    WARNING;

    /** As the API and the webhooks write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
