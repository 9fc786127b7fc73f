package io.halfminute.bench;

import io.halfminute.agent.Agent;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentSpec;
import io.halfminute.agent.AgentState;
import io.halfminute.agent.SkillId;
import io.halfminute.agent.Skills;
import io.halfminute.call.BrandId;
import io.halfminute.call.Call;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.CallerId;
import io.halfminute.pbx.PhoneId;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.QueueSpec;
import io.halfminute.queue.SkillDemand;
import io.halfminute.queue.WaitingCall;
import io.halfminute.routing.Decision;
import io.halfminute.routing.LeastToSpare;
import io.halfminute.routing.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
import org.openjdk.jmh.annotations.Warmup;

/** One decision with its reasons: whom a call goes to, among so many agents of whom one in ten is free. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class DecisionBenchmark {

    private static final int QUEUES = 8;

    @Param({"20", "100", "1000"})
    private int agents;

    private Team team;
    private WaitingCall call;

    /** Each agent serves two of eight queues. */
    @Setup
    public void people() {
        List<QueueSpec> queues = new ArrayList<>();
        for (int i = 0; i < QUEUES; i++) {
            queues.add(new QueueSpec(new QueueId("q" + i), "q" + i, List.of(new SkillDemand(skill(i), 2, 4)), 0, 30_000,
                    12_000, 0, 100, Optional.empty()));
        }
        TreeMap<AgentId, Agent> people = new TreeMap<>();
        for (int i = 0; i < agents; i++) {
            Agent agent = agent(i);
            people.put(agent.id(), agent);
        }
        team = new Team(people.values(), queues);
        call = new WaitingCall(new Call(new CallId("c1"), new CallerId("", ""), "4001", new BrandId("shop-a"), 0),
                queues.get(1));
    }

    private static SkillId skill(int number) {
        return new SkillId("s" + number % QUEUES);
    }

    private static Agent agent(int number) {
        String id = String.valueOf(10_000 + number);
        Agent agent = new Agent(new AgentSpec(new AgentId(id), id, new PhoneId(id),
                new Skills(Map.of(skill(number), 3, skill(number + 1), 4))));
        agent.phone(true, false);
        agent.become(number % 10 < 9 ? AgentState.PAUSED : AgentState.READY, "bench", null, 0, number);
        return agent;
    }

    /** @return the decision, so that it is not optimised away */
    @Benchmark
    public Optional<Decision> decide() {
        return new LeastToSpare().decide(call, team, 1, 1_000);
    }
}
