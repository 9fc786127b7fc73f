package io.halfminute.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What FreeSWITCH's {@code mod_callcenter} asks its database for each waiting member in each pass: the agents joined with the
 * tiers of the member's queue, in order, from tables without an index, read until one who is free. SQLite in memory; its own
 * default. The further five or six statements of a match are left out.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 1, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class CallcenterSqlBenchmark {

    private static final int QUEUES = 200;

    @Param({"1000", "10000"})
    private int agents;

    private final SplittableRandom chance = new SplittableRandom(42);
    private Connection database;
    private PreparedStatement search;

    /** Each agent in five queues, one in ten free. */
    @Setup
    public void fill() throws SQLException {
        database = DriverManager.getConnection("jdbc:sqlite::memory:");
        try (Statement make = database.createStatement()) {
            make.execute("create table agents (name text, status text, state text, last_bridge_end integer,"
                    + " wrap_up_time integer, last_offered_call integer)");
            make.execute("create table tiers (queue text, agent text, state text, level integer, position integer)");
        }
        database.setAutoCommit(false);
        try (PreparedStatement agent = database.prepareStatement("insert into agents values (?, 'Available', ?, 0, 0, ?)");
                PreparedStatement tier = database.prepareStatement("insert into tiers values (?, ?, 'Ready', 1, ?)")) {
            for (int i = 0; i < agents; i++) {
                insert(agent, "agent" + i, i % 10 == 0 ? "Waiting" : "In a queue call", i);
                for (int j = 0; j < 5; j++) {
                    insert(tier, "queue" + chance.nextInt(QUEUES), "agent" + i, j);
                }
            }
        }
        database.commit();
        search = database.prepareStatement("select agents.name, agents.state, tiers.level from agents"
                + " left join tiers on agents.name = tiers.agent where tiers.queue = ? and agents.status = 'Available'"
                + " order by tiers.level, tiers.position, agents.last_offered_call");
    }

    private static void insert(PreparedStatement into, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            into.setObject(i + 1, values[i]);
        }
        into.executeUpdate();
    }

    @TearDown
    public void close() throws SQLException {
        database.close();
    }

    /** @return who is found for one waiting member; null if nobody is free */
    @Benchmark
    public String agentForOneMember() throws SQLException {
        search.setString(1, "queue" + chance.nextInt(QUEUES));
        try (ResultSet found = search.executeQuery()) {
            while (found.next()) {
                if (found.getString(2).equals("Waiting")) {
                    return found.getString(1);
                }
            }
            return null;
        }
    }
}
