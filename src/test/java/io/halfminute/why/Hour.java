package io.halfminute.why;

import io.halfminute.acd.Acd;
import io.halfminute.acd.AcdInput;
import io.halfminute.acd.Outputs;
import io.halfminute.acd.Setup;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentSpec;
import io.halfminute.agent.SkillId;
import io.halfminute.agent.Skills;
import io.halfminute.call.BrandId;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.PbxEvent;
import io.halfminute.pbx.PhoneId;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.QueueSpec;
import io.halfminute.queue.Ring;
import io.halfminute.queue.SkillDemand;
import io.halfminute.routing.RoutingSpec;
import io.halfminute.simulation.Demand;
import io.halfminute.simulation.Faults;
import io.halfminute.simulation.Habits;
import io.halfminute.simulation.Hotline;
import io.halfminute.simulation.Law;
import io.halfminute.simulation.Machine;
import io.halfminute.simulation.Plan;
import io.halfminute.simulation.Simulation;
import io.halfminute.simulation.Watch;
import io.halfminute.simulation.Worker;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An hour of a hotline on which nothing is wrong: eight agents for little more than one call at a time. Each method spoils one
 * thing; the same callers call for the same seed.
 */
record Hour(int calls, int level, int staff, int wrapUpMs, int firstCreditMs, Habits.OfCallers callers, Habits.OfAgents agents,
            Faults faults, boolean forOne, Rings rings) {

    /** Whom a call of the first queue may have. */
    enum Rings {
        /** Everybody. */
        ONE,
        /** The only one with the level that is wanted, and at once everybody. */
        AT_ONCE,
        /** The same one, and everybody when there is no time left to lose. */
        AT_LAST
    }

    static final Hour GOOD = new Hour(40, 3, 8, 15_000, 0,
            new Habits.OfCallers(Law.between(1_000, 3_000), Law.between(60_000, 240_000), Law.between(60_000, 180_000), 0.6),
            habits(0, Law.never(), Law.never()), Faults.NONE, false, Rings.ONE);

    /** Nobody is given up for being hardly free in time. */
    private static final RoutingSpec PATIENT = new RoutingSpec(270_000, 2, 1, 0);
    private static final AgentId ONE = new AgentId("1001");
    private static final int WANTED = 4;
    /** Shorter than most need to pick up, so that a ring which leaves time for two such tries opens too late. */
    private static final int HASTY_RING_MS = 2_000;
    private static final SkillId ENGLISH = new SkillId("english");

    static Habits.OfAgents habits(double letsRing, Law betweenBreaks, Law breakLength) {
        return new Habits.OfAgents(Law.between(1_000, 4_000), letsRing, 0, 0, betweenBreaks, breakLength, Law.never(),
                Law.never());
    }

    Hour calls(int changed) {
        return new Hour(changed, level, staff, wrapUpMs, firstCreditMs, callers, agents, faults, forOne, rings);
    }

    Hour level(int changed) {
        return new Hour(calls, changed, staff, wrapUpMs, firstCreditMs, callers, agents, faults, forOne, rings);
    }

    Hour staff(int changed) {
        return new Hour(calls, level, changed, wrapUpMs, firstCreditMs, callers, agents, faults, forOne, rings);
    }

    Hour wrapUpMs(int changed) {
        return new Hour(calls, level, staff, changed, firstCreditMs, callers, agents, faults, forOne, rings);
    }

    /** Of every second caller. */
    Hour firstCreditMs(int changed) {
        return new Hour(calls, level, staff, wrapUpMs, changed, callers, agents, faults, forOne, rings);
    }

    Hour flow(Law changed) {
        return new Hour(calls, level, staff, wrapUpMs, firstCreditMs, new Habits.OfCallers(changed, callers.patience(),
                callers.talk(), callers.hangsUpFirst()), agents, faults, forOne, rings);
    }

    Hour talk(Law changed) {
        return new Hour(calls, level, staff, wrapUpMs, firstCreditMs, new Habits.OfCallers(callers.flow(),
                callers.patience(), changed, callers.hangsUpFirst()), agents, faults, forOne, rings);
    }

    Hour agents(Habits.OfAgents changed) {
        return new Hour(calls, level, staff, wrapUpMs, firstCreditMs, callers, changed, faults, forOne, rings);
    }

    Hour faults(Faults changed) {
        return new Hour(calls, level, staff, wrapUpMs, firstCreditMs, callers, agents, changed, forOne, rings);
    }

    /** Every caller is to have the same agent, who knows his case, and waits for him until his deadline. */
    Hour allForOne() {
        return new Hour(calls, level, staff, wrapUpMs, firstCreditMs, callers, agents, faults, true, rings);
    }

    Hour rings(Rings changed) {
        return new Hour(calls, level, staff, wrapUpMs, firstCreditMs, callers, agents, faults, forOne, changed);
    }

    /** Plays it; the late calls with what the analysis says of each. */
    Map<CallId, Lateness> late(long seed) {
        Setup setup = setup();
        List<Worker> workers = setup.agents().keySet().stream().sorted().limit(staff)
                .map(agent -> new Worker(agent, "all", agents, List.of(new Worker.Shift(0, Plan.HOUR_MS)))).toList();
        Plan plan = new Plan(seed, setup, List.of(demand("4001"), demand("4002")), List.of(), workers, 1,
                Habits.OfPbx.USUAL, faults);
        Map<CallId, Lateness> late = new TreeMap<>();
        Simulation.play(plan, analysed(new Acd(plan.setup(), 1), late, forOne), new Watch());
        return late;
    }

    private Demand demand(String dialled) {
        return new Demand(dialled, List.of(calls / 2.0), callers);
    }

    private static Machine analysed(Acd acd, Map<CallId, Lateness> late, boolean forOne) {
        LateCauses causes = new LateCauses(1_000);
        return new Machine() {
            @Override
            public Outputs apply(AcdInput input, long nowMs) {
                Outputs outputs = acd.apply(input, nowMs);
                if (forOne && input instanceof AcdInput.FromPbx(PbxEvent.CallArrived arrived)) {
                    outputs = joined(outputs, acd.apply(new AcdInput.AskAlso(arrived.call(), List.of(), ONE), nowMs));
                }
                outputs.events().forEach(event -> causes.apply(event).filter(LateCauses.Verdict::last)
                        .ifPresent(told -> told.lateness().ifPresent(why -> late.put(told.call(), why))));
                return outputs;
            }

            @Override
            public long nextDeadlineMs() {
                return acd.nextDeadlineMs();
            }
        };
    }

    private static Outputs joined(Outputs first, Outputs second) {
        return new Outputs(Stream.concat(first.commands().stream(), second.commands().stream()).toList(),
                Stream.concat(first.events().stream(), second.events().stream()).toList(), first.refusal());
    }

    private Setup setup() {
        QueueSpec first = queue("first", firstCreditMs, rings != Rings.ONE);
        QueueSpec second = queue("second", 0, false);
        Map<AgentId, AgentSpec> specs = new TreeMap<>();
        for (int i = 1; i <= Math.max(8, staff); i++) {
            AgentId id = new AgentId(String.valueOf(1_000 + i));
            specs.put(id, new AgentSpec(id, "Agent " + i, new PhoneId(id.value()), new Skills(Map.of(ENGLISH, i == 1 && rings != Rings.ONE ? WANTED : level))));
        }
        return new Setup(Map.of(first.id(), first, second.id(), second), specs,
                Map.of("4001", new Setup.Destination(new BrandId("shop-a"), first.id()),
                        "4002", new Setup.Destination(new BrandId("shop-b"), second.id())),
                Set.of(Hotline.BREAK), Setup.Limits.DEFAULT, routing());
    }

    private RoutingSpec routing() {
        return switch (rings) {
            case ONE -> forOne ? PATIENT : RoutingSpec.DEFAULT;
            case AT_ONCE -> new RoutingSpec(RoutingSpec.DEFAULT.postponeLateMs(), 2, 0, 1, HASTY_RING_MS);
            case AT_LAST -> new RoutingSpec(RoutingSpec.DEFAULT.postponeLateMs(), 2, 0, 0, HASTY_RING_MS);
        };
    }

    private QueueSpec queue(String id, int creditMs, boolean wantedFirst) {
        List<SkillDemand> demands = List.of(new SkillDemand(ENGLISH, 2, WANTED));
        Ring all = QueueSpec.least(demands);
        List<Ring> rungs = wantedFirst ? List.of(QueueSpec.wanted(demands), all) : List.of(all);
        return new QueueSpec(new QueueId(id), id, demands, rungs, creditMs, 30_000,
                rings == Rings.ONE ? 12_000 : HASTY_RING_MS, wrapUpMs, 200, Optional.empty());
    }
}
