package io.halfminute.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.halfminute.record.CallQueries.Unavailable;
import java.util.Set;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** PostgreSQL: a pool of connections, and the tables as this version of the program wants them. Thread safe. */
public final class Database implements AutoCloseable {

    static {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    /** SQLSTATE classes: feature, data, integrity, syntax or access rule, program limit, raised by a rule. */
    private static final Set<String> REFUSALS = Set.of("0A", "22", "23", "42", "54", "P0");

    private final HikariDataSource pool;
    private final DSLContext sql;
    private volatile boolean migrated;

    /** Does not connect yet, so that a server can start while its database is away. */
    public Database(DatabaseSettings settings) {
        pool = new HikariDataSource(config(settings));
        sql = DSL.using(pool, SQLDialect.POSTGRES, new Settings().withExecuteLogging(false));
    }

    private static HikariConfig config(DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("postgres");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(settings.connections());
        config.setMinimumIdle(2);
        config.setConnectionTimeout(settings.connectMs());
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("ApplicationName", "halfminute");
        config.addDataSourceProperty("connectTimeout", Math.max(1, settings.connectMs() / 1_000));
        // Longer than any statement may take: the last resort when the other side of the connection is simply gone.
        config.addDataSourceProperty("socketTimeout", settings.statementMs() / 1_000 + 5);
        config.addDataSourceProperty("tcpKeepAlive", true);
        config.addDataSourceProperty("options", "-c statement_timeout=" + settings.statementMs());
        return config;
    }

    /**
     * Brings the tables up to date, once; safe when several servers do it at the same time.
     *
     * @throws Unavailable when the database cannot be reached
     */
    public synchronized void migrate() {
        if (!migrated) {
            try {
                Flyway.configure().dataSource(pool).locations("classpath:db/migration").load().migrate();
            } catch (RuntimeException e) {
                throw new Unavailable("the tables cannot be brought up to date: " + e.getMessage(), e);
            }
            migrated = true;
        }
    }

    /** Whether it answers now. */
    public boolean isUp() {
        try {
            return sql.selectOne().fetchOne() != null;
        } catch (DataAccessException e) {
            return false;
        }
    }

    /** Reads, or does one statement. */
    <T> T ask(Function<DSLContext, T> work) {
        try {
            return work.apply(sql);
        } catch (DataAccessException e) {
            throw translated(e);
        }
    }

    /** Does several statements, all or nothing. */
    <T> T change(Function<DSLContext, T> work) {
        try {
            return sql.transactionResult(inner -> work.apply(inner.dsl()));
        } catch (DataAccessException e) {
            throw translated(e);
        }
    }

    private static RuntimeException translated(DataAccessException e) {
        return REFUSALS.contains(e.sqlState().substring(0, 2)) ? new Refused(withoutDetail(e), e)
                : new Unavailable("the database cannot be reached or gave no answer in time", e);
    }

    /** An error's detail repeats the row, with the caller's number in it, and the message goes to logs. */
    private static String withoutDetail(DataAccessException e) {
        ServerErrorMessage told = e.getCause(PSQLException.class) == null ? null
                : e.getCause(PSQLException.class).getServerErrorMessage();
        return told == null ? "SQLSTATE " + e.sqlState() : told.getMessage();
    }

    /** The database is there and refuses just this: a defect or bad data, and no reason to try again. */
    static final class Refused extends RuntimeException {
        /** @param message without anybody's data */
        Refused(String message, Throwable cause) {
            super(message, cause);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
