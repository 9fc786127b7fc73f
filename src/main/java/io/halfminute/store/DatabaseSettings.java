package io.halfminute.store;

/**
 * Where PostgreSQL is and how it is used.
 *
 * @param url            {@code jdbc:postgresql://host:port/name}
 * @param connections    open at the same time at most
 * @param connectMs      how long a connection may take, and how long to wait for a free one
 * @param statementMs    how long one statement may take
 */
public record DatabaseSettings(String url, String user, String password, int connections, int connectMs, int statementMs) {

    /** Connections that ship: some for the pages, one for the outbox. */
    public static final int CONNECTIONS = 8;
    /** Time to connect that ships. */
    public static final int CONNECT_MS = 3_000;
    /** Time for a statement that ships. */
    public static final int STATEMENT_MS = 10_000;

    public DatabaseSettings {
        if (url == null || !url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("database url \"" + url
                    + "\": what would do is jdbc:postgresql://host:5432/halfminute");
        }
        if (connections < 2 || connectMs < 250 || statementMs < 100) {
            throw new IllegalArgumentException("database connections " + connections + ", connect " + connectMs
                    + " ms, statement " + statementMs + " ms: at least 2, 250 and 100 are needed");
        }
    }

    /** With the limits that ship. */
    public DatabaseSettings(String url, String user, String password) {
        this(url, user, password, CONNECTIONS, CONNECT_MS, STATEMENT_MS);
    }

    /** Without the password, so that it is in no log. */
    @Override
    public String toString() {
        return "DatabaseSettings[" + url + " as " + user + "]";
    }
}
