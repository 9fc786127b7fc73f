package io.halfminute.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jooq.CloseableDSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls that were recorded before there was a ledger are in it after the upgrade, once, and count as they would today. */
class OlderTablesTest {

    private static final String SCHEMA = "before_the_ledger";

    private CloseableDSLContext sql;

    @BeforeEach
    void tablesOfTheFirstVersion() {
        sql = DSL.using(url(), TestDatabase.settings().user(), TestDatabase.settings().password());
        sql.execute("drop schema if exists " + SCHEMA + " cascade");
        flyway().target("1").load().migrate();
        sql.execute("insert into ticket (topic, status, priority, opened_ms, changed_ms, last_call_ms, calls)"
                + " values ('COMMON', 'OPEN', 'NORMAL', 1, 1, 1, 1)");
    }

    @AfterEach
    void tidy() {
        sql.execute("drop schema " + SCHEMA + " cascade");
        sql.close();
    }

    @Test
    void eachEndedCallGetsItsRow() {
        call("served", "'shop-a'", "2000", "21000", "60000", "'ANSWERED'", "WAITING");
        call("gone", "'shop-a'", "2000", "null", "9000", "'ABANDONED'", "WAITING");
        call("menu", "'shop-a'", "null", "null", "9000", "'ABANDONED'", "FLOW");
        call("fallback", "'shop-a'", "null", "null", "9000", "'DIVERTED'", "FALLBACK");
        call("refused", "null", "null", "null", "1100", "'REFUSED'", "FLOW");
        call("live", "'shop-a'", "2000", "null", "null", "null", "WAITING");

        flyway().load().migrate();

        assertEquals(List.of("fallback TAKEN_OUT 3000 30000", "gone HUNG_UP 2000 30000", "menu NEVER_QUEUED null 30000",
                        "refused NEVER_QUEUED null 30000", "served ANSWERED 2000 30000"),
                sql.fetch("select call, leaving, line_ms, target_ms from call_ledger order by call")
                        .map(row -> row.get(0) + " " + row.get(1) + " " + row.get(2) + " " + row.get(3)));
    }

    private void call(String id, String queue, String waitingMs, String answeredMs, String endedMs, String how, String kind) {
        sql.execute("insert into call (id, ticket, caller_number, caller_name, dialled, queue, priority, arrived_ms, waiting_ms,"
                + " answered_ms, ended_ms, deadline_ms, ended_how, seen, adopted, agents, offers, segments) values ('" + id
                + "', 1, '', '', '4001', " + queue + ", 0, 1000, " + waitingMs + ", " + answeredMs + ", " + endedMs + ", 31000, "
                + how + ", true, false, '{}', '[]', jsonb_build_array(jsonb_build_object('kind', '" + kind
                + "', 'fromMs', 3000)))");
    }

    private static FluentConfiguration flyway() {
        DatabaseSettings settings = TestDatabase.settings();
        return Flyway.configure().dataSource(settings.url(), settings.user(), settings.password()).defaultSchema(SCHEMA)
                .schemas(SCHEMA).createSchemas(true).locations("classpath:db/migration");
    }

    private static String url() {
        String url = TestDatabase.settings().url();
        return url + (url.contains("?") ? "&" : "?") + "currentSchema=" + SCHEMA;
    }
}
