package io.halfminute.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import java.time.Duration;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Who leads which domain: a row each, whose end only the database's own clock decides, so that no two nodes need to agree on
 * the time. Thread safe.
 */
public final class LeaseTable {

    private static final Table<Record> LEASE = table(name("lease"));
    private static final Field<String> DOMAIN = field(name("lease", "domain"), SQLDataType.VARCHAR);
    private static final Field<Long> EPOCH = field(name("lease", "epoch"), SQLDataType.BIGINT);
    private static final Field<String> NODE = field(name("lease", "node"), SQLDataType.VARCHAR);
    private static final Field<String> ADDRESS = field(name("lease", "address"), SQLDataType.VARCHAR);
    private static final Field<Long> UNTIL = field(name("lease", "until_ms"), SQLDataType.BIGINT);
    /** Not {@code now()}, which is when the transaction began. */
    private static final Field<Long> NOW =
            field("(extract(epoch from clock_timestamp()) * 1000)::bigint", SQLDataType.BIGINT);
    /** Epochs number offers, {@code epoch * 1000} and up; after a clock that was set back there is room for the last run's. */
    private static final long LEAP_MS = Duration.ofDays(1).toMillis();

    private final Database database;
    private final String domain;

    /** @param domain all queues that share agents */
    public LeaseTable(Database database, String domain) {
        this.database = database;
        this.domain = domain;
    }

    /** The row as it is. */
    public record Row(long epoch, String node, String address) {
    }

    /** Takes the lease if it is free, over, or this node's already; answers the row as it is then. */
    public Row seek(String node, String address, Duration length) {
        database.migrate();
        return database.ask(sql -> take(sql, node, address, length).or(() -> present(sql))
                // Between the two it was given up and taken; the next look sees it.
                .orElseThrow(() -> new IllegalStateException("nobody leads " + domain + " at this moment")));
    }

    private Optional<Row> take(DSLContext sql, String node, String address, Duration length) {
        Field<Long> until = NOW.add(length.toMillis());
        Field<Long> next = when(NOW.gt(EPOCH), NOW).otherwise(EPOCH.add(LEAP_MS));
        return sql.insertInto(LEASE, DOMAIN, EPOCH, NODE, ADDRESS, UNTIL)
                .values(val(domain), NOW, val(node), val(address), until)
                .onConflict(DOMAIN).doUpdate()
                .set(EPOCH, next).set(NODE, node).set(ADDRESS, address).set(UNTIL, until)
                .where(UNTIL.lt(NOW).or(NODE.eq(node)))
                .returning(EPOCH, NODE, ADDRESS).fetchOptional(LeaseTable::row);
    }

    private Optional<Row> present(DSLContext sql) {
        return sql.select(EPOCH, NODE, ADDRESS).from(LEASE).where(DOMAIN.eq(domain)).fetchOptional(LeaseTable::row);
    }

    /** Whether it is still this node's; then it lasts for {@code length} from now. */
    public boolean renew(Row mine, Duration length) {
        return database.ask(sql -> sql.update(LEASE).set(UNTIL, NOW.add(length.toMillis())).where(isStill(mine)).execute()) == 1;
    }

    /** Ends it now, if it is still this node's. */
    public void release(Row mine) {
        database.ask(sql -> sql.update(LEASE).set(UNTIL, DSL.val(0L)).where(isStill(mine)).execute());
    }

    private org.jooq.Condition isStill(Row mine) {
        return DOMAIN.eq(domain).and(NODE.eq(mine.node())).and(EPOCH.eq(mine.epoch()));
    }

    /** Of any domain; 0 when nobody has ever led by a lease. */
    static long highestEpoch(DSLContext sql) {
        Long highest = sql.select(DSL.max(EPOCH)).from(LEASE).fetchSingle().value1();
        return highest == null ? 0 : highest;
    }

    private static Row row(Record row) {
        return new Row(row.get(EPOCH), row.get(NODE), row.get(ADDRESS));
    }
}
