package io.halfminute.store;

import io.halfminute.ledger.Bucket;
import io.halfminute.ledger.Calendar;
import io.halfminute.ledger.CountingRules;
import io.halfminute.ledger.Grouping;
import io.halfminute.ledger.LedgerLine;
import io.halfminute.ledger.LedgerQueries;
import io.halfminute.ledger.Question;
import io.halfminute.queue.ServiceLevel.Counts;
import io.halfminute.record.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Record;
import org.jooq.Result;

/** {@link LedgerQueries} on PostgreSQL, one statement for each count, so that its lines are of one moment. */
public final class LedgerStore implements LedgerQueries {

    /** Those that are over from the ledger, those that live from their records; each call is in one of the two. */
    private static final String CALLS = """
            select brand, queue, skills, arrived_ms, answered_ms, left_ms, leaving, target_ms, short_abandon_ms, rules
            from call_ledger
            union all
            select brand, queue, skills, arrived_ms, answered_ms, answered_ms,
                   case when answered_ms is null then 'OPEN' else 'ANSWERED' end,
                   nullif(deadline_ms - arrived_ms, 0)::integer, 0, 0
            from call where ended_ms is null""";

    /** As {@link io.halfminute.ledger.LedgerEntry#bucket} has it; a test compares the two. */
    private static final String BUCKET = """
            case leaving
                when 'ANSWERED' then case when answered_ms - arrived_ms <= coalesce(target_ms, 0)
                    then 'ANSWERED_IN_TIME' else 'ANSWERED_LATE' end
                when 'HUNG_UP' then case when left_ms - arrived_ms > coalesce(target_ms, 0) then 'HUNG_UP_LATE'
                    when left_ms - arrived_ms < short_abandon_ms then 'HUNG_UP_AT_ONCE' else 'HUNG_UP_SOON' end
                when 'TAKEN_OUT' then 'TIMED_OUT'
                when 'CALLBACK' then case when left_ms - arrived_ms <= coalesce(target_ms, 0)
                    then 'CALLBACK_IN_TIME' else 'LEFT_BY_KEY' end
                when 'KEY' then 'LEFT_BY_KEY'
                else leaving end""";

    private static final String FIGURES = Arrays.stream(Bucket.values())
            .map(bucket -> "count(*) filter (where bucket = '%s') as %s".formatted(bucket.name(), column(bucket)))
            .collect(Collectors.joining(", "))
            + ", count(answered_ms) as waits, coalesce(sum(answered_ms - arrived_ms), 0) as wait_sum"
            + ", coalesce(max(answered_ms - arrived_ms), 0) as wait_max"
            + ", array_agg(distinct target_ms) as targets"
            + ", array_agg(distinct rules || ' ' || short_abandon_ms) filter (where rules > 0) as rules";

    private final Database database;

    public LedgerStore(Database database) {
        this.database = database;
    }

    @Override
    public Counted count(Window piece, Question question, List<Long> beginnings) {
        Long[] edges = beginnings.toArray(Long[]::new);
        List<Object> values = new ArrayList<>(List.of(piece.fromMs(), piece.toMs()));
        String wanted = wanted(question, values);
        if (question.by().isOfTime()) {
            values.add(edges);
        }
        String sql = """
                with counted as (select *, %s as bucket from (%s) as calls where arrived_ms >= ? and arrived_ms < ?%s),
                     keyed as (select *, %s as key from counted%s)
                select true as total, null as key, %s from counted
                union all
                (select false, key, %s from keyed group by key order by key nulls last limit %d)
                """.formatted(BUCKET, CALLS, wanted, key(question.by()), join(question.by()), FIGURES, FIGURES,
                Calendar.MAX_ROWS);
        return counted(database.ask(db -> db.fetch(sql, values.toArray())), edges);
    }

    private static String wanted(Question question, List<Object> values) {
        StringBuilder wanted = new StringBuilder();
        Map<String, Object> criteria = new TreeMap<>();
        criteria.put(" and queue = ?", Objects.toString(question.queue(), null));
        criteria.put(" and brand = ?", Objects.toString(question.brand(), null));
        criteria.put(" and skills @> array[?]::text[]", Objects.toString(question.skill(), null));
        criteria.forEach((condition, value) -> {
            if (value != null) {
                wanted.append(condition);
                values.add(value);
            }
        });
        return wanted.toString();
    }

    private static String key(Grouping by) {
        return switch (by) {
            case QUEUE -> "queue";
            case BRAND -> "brand";
            case SKILL -> "skill";
            case HOUR, DAY -> "width_bucket(arrived_ms, cast(? as bigint[]))::text";
        };
    }

    private static String join(Grouping by) {
        return by == Grouping.SKILL ? " left join lateral unnest(skills) as skill on true" : "";
    }

    private static Counted counted(Result<Record> rows, Long[] edges) {
        Record total = rows.stream().filter(row -> row.get("total", Boolean.class)).findFirst().orElseThrow();
        List<LedgerLine> lines = rows.stream().filter(row -> !row.get("total", Boolean.class))
                .map(row -> line(row, key(row, edges))).toList();
        return new Counted(line(total, null), lines, rules(total), targets(total));
    }

    /** Hours and days are numbered from 1. */
    private static String key(Record row, Long[] edges) {
        String key = row.get("key", String.class);
        return edges.length == 0 ? key : Long.toString(edges[Integer.parseInt(key) - 1]);
    }

    private static LedgerLine line(Record row, String key) {
        Counts counts = new Counts(of(row, Bucket.ANSWERED_IN_TIME), of(row, Bucket.ANSWERED_LATE),
                of(row, Bucket.HUNG_UP_AT_ONCE), of(row, Bucket.HUNG_UP_SOON), of(row, Bucket.HUNG_UP_LATE),
                of(row, Bucket.TIMED_OUT), of(row, Bucket.CALLBACK_IN_TIME), of(row, Bucket.LEFT_BY_KEY),
                of(row, Bucket.NEVER_QUEUED));
        return new LedgerLine(key, counts, of(row, Bucket.OPEN), number(row, "waits"), number(row, "wait_sum"),
                number(row, "wait_max"));
    }

    private static List<Integer> targets(Record total) {
        Integer[] targets = total.get("targets", Integer[].class);
        return targets == null ? List.of() : Stream.of(targets).filter(Objects::nonNull).toList();
    }

    private static List<CountingRules> rules(Record total) {
        String[] rules = total.get("rules", String[].class);
        return rules == null ? List.of() : Stream.of(rules).map(each -> each.split(" "))
                .map(each -> new CountingRules(Integer.parseInt(each[0]), Integer.parseInt(each[1]))).toList();
    }

    private static long of(Record row, Bucket bucket) {
        return number(row, column(bucket));
    }

    private static String column(Bucket bucket) {
        return bucket.name().toLowerCase(Locale.ROOT);
    }

    private static long number(Record row, String column) {
        return row.get(column, Number.class).longValue();
    }
}
