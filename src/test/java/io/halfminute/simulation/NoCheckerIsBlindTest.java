package io.halfminute.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.acd.Acd;
import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdEvent.OfferOutcome;
import io.halfminute.acd.AcdInput;
import io.halfminute.acd.AcdInput.FromPbx;
import io.halfminute.acd.Outputs;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentState;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each checker, alone, notices a machine that is spoilt in the way it is there for. */
class NoCheckerIsBlindTest {

    private static final int WALKS = 12;
    private static final CallId CALL = new CallId("c1");
    private static final OfferId OFFER = new OfferId(7);

    @Test
    void aLostEndOfACallIsNoticed() {
        notices(EachCallEndsOnce::new, "the PBX says that it ended",
                hiding((_, event) -> event instanceof AcdEvent.CallEnded));
    }

    @Test
    void aLostArrivalIsNoticed() {
        notices(EachCallEndsOnce::new, "the PBX says that it arrived",
                hiding((input, event) -> input instanceof FromPbx(PbxEvent.CallArrived _)
                        && event instanceof AcdEvent.CallArrived));
    }

    @Test
    void aCallThatNeverEndsIsNoticed() {
        notices(EachCallEndsOnce::new, "never ended",
                hiding((input, event) -> input instanceof FromPbx(PbxEvent.Snapshot last) && last.calls().isEmpty()
                        && event instanceof AcdEvent.CallEnded));
    }

    @Test
    void anEndThatIsToldTwiceIsNoticed() {
        notices(EachCallEndsOnce::new, "after its end",
                twice(AcdEvent.CallEnded.class));
    }

    @Test
    void anOfferThatEndsTwiceIsNoticed() {
        notices(EachOfferEndsOnce::new, "it ends and is not open", twice(AcdEvent.OfferEnded.class));
    }

    @Test
    void anOfferThatNeverEndsIsNoticed() {
        notices(EachOfferEndsOnce::new, "it should have ended",
                hiding((_, event) -> event instanceof AcdEvent.OfferEnded));
    }

    @Test
    void anOfferThatIsMadeTwiceIsNoticed() {
        notices(EachOfferEndsOnce::new, "its id is not new", machine -> outputs(machine, (_, outputs) ->
                new Outputs(outputs.commands(), outputs.events().stream().map(event ->
                        event instanceof AcdEvent.OfferMade made ? (AcdEvent) new AcdEvent.OfferMade(made.call(),
                                new OfferId(1 + made.offer().value() / 2), made.agent(), made.decision(), made.atMs())
                                : event).toList(), outputs.refusal())));
    }

    @Test
    void aCommandWithoutAnOfferIsNoticed() {
        notices(EachOfferEndsOnce::new, "it was not made", hiding((_, event) -> event instanceof AcdEvent.OfferMade));
    }

    @Test
    void anAgentWithTwoCallsIsNoticed() {
        notices(OneCallAnAgent::new, "he has", hiding((_, event) -> event instanceof AcdEvent.TalkEnded
                || event instanceof AcdEvent.CallEnded));
    }

    @Test
    void aCallWithTwoAgentsIsNoticed() {
        notices(OneCallAnAgent::new, "it has agent", machine -> outputs(machine, (_, outputs) ->
                new Outputs(outputs.commands(), outputs.events().stream().flatMap(event ->
                        event instanceof AcdEvent.OfferMade made ? Stream.of(made, new AcdEvent.OfferMade(made.call(),
                                new OfferId(1_000 + made.offer().value()), new AgentId("someone"), made.decision(),
                                made.atMs())) : Stream.of(event)).toList(), outputs.refusal())));
    }

    @Test
    void anAgentWhoIsOfferedACallTwiceIsNoticed() {
        notices(OneCallAnAgent::new, "joins him and he has call", twice(AcdEvent.OfferMade.class));
    }

    @Test
    void twoWinnersAreNoticed() {
        notices(OneWinner::new, "is won twice", twice(AcdEvent.CallAnswered.class));
    }

    @Test
    void aPhoneThatRingsOnWhileTheCallerTalksIsNoticed() {
        assertSays("it is answered, and is still offered to [1002]", new OneWinner(),
                made("1001"), made("1002"), new AcdEvent.CallAnswered(CALL, OFFER, new AgentId("1001"), 0));
    }

    @Test
    void aCallThatIsSaidToBeElsewhereThoughNobodyHasItIsNoticed() {
        assertSays("is told that another has it, and none has", new OneWinner(),
                made("1001"), made("1002"), new AcdEvent.OfferEnded(CALL, OFFER, new AgentId("1002"),
                        OfferOutcome.ANSWERED_ELSEWHERE, Cause.UNSEEN, 0));
    }

    private static AcdEvent made(String agent) {
        return new AcdEvent.OfferMade(CALL, OFFER, new AgentId(agent), null, 0);
    }

    private static void assertSays(String words, Checker checker, AcdEvent... events) {
        Step step = new Step(0, 0, new AcdInput.Tick(), new Outputs(List.of(), List.of(events), Optional.empty()));
        String message = assertThrows(RuleBroken.class, () -> checker.see(step)).getMessage();
        assertTrue(message.contains(words), message);
    }

    @Test
    void aCallThatEndsWithAnAgentInItIsNoticed() {
        notices(OneCallAnAgent::new, "it ends and still has agent", hiding((_, event) -> event instanceof AcdEvent.TalkEnded
                || event instanceof AcdEvent.AgentChanged));
    }

    @Test
    void aFreeAgentBesideAWaitingCallIsNoticed() {
        notices(NoFreeAgentBesideAWaitingCall::new, "who is free", hiding((_, event) -> event instanceof AcdEvent.OfferMade
                || event instanceof AcdEvent.AgentChanged changed && changed.to() == AgentState.RESERVED));
    }

    @Test
    void aGapInAnAgentsStatesIsNoticed() {
        notices(AgentStatesChain::new, "he was", hiding((_, event) -> event instanceof AcdEvent.AgentChanged changed
                && changed.to() == AgentState.RINGING));
    }

    @Test
    void anAgentWhoIsLeftInACallIsNoticed() {
        AgentStatesChain checker = new AgentStatesChain();
        checker.see(new Step(0, 0, new AcdInput.Tick(), new Outputs(List.of(), List.of(new AcdEvent.AgentChanged(
                new AgentId("1001"), AgentState.SIGNED_OUT, AgentState.ON_CALL, "", null, 0, 0)), Optional.empty())));
        assertTrue(assertThrows(RuleBroken.class, checker::settled).getMessage().contains("no call is left"));
    }

    @Test
    void timeThatRunsBackwardsIsNoticed() {
        notices(TimeRunsForward::new, "time runs backwards", machine -> outputs(machine, (_, outputs) ->
                new Outputs(outputs.commands(), outputs.events().stream().map(event ->
                        event instanceof AcdEvent.TalkEnded ended ? (AcdEvent) new AcdEvent.TalkEnded(ended.call(),
                                ended.agent(), ended.cause(), ended.atMs() - 3_600_000) : event).toList(),
                        outputs.refusal())));
    }

    @Test
    void theMachinesOwnAlarmIsNoticed() {
        notices(NothingReportedBroken::new, "the machine itself says", machine -> outputs(machine, (_, outputs) ->
                outputs.refusal().isEmpty() ? outputs : new Outputs(outputs.commands(),
                        List.of(new AcdEvent.InvariantBroken("a test", 0)), outputs.refusal())));
    }

    @Test
    void aCallerWhomTheMachineForgetsIsNoticed() {
        Plan plan = Hotline.day(1, 300, 0, Faults.NONE);
        Machine real = Machine.of(new Acd(plan.setup(), 1));
        RuleBroken broken = assertThrows(RuleBroken.class, () -> Simulation.play(plan, new Machine() {
            @Override
            public Outputs apply(AcdInput input, long nowMs) {
                boolean deaf = input instanceof FromPbx(PbxEvent.CallWaiting waiting)
                        && waiting.call().value().endsWith("7");
                return real.apply(deaf ? new AcdInput.Tick() : input, nowMs);
            }

            @Override
            public long nextDeadlineMs() {
                return real.nextDeadlineMs();
            }
        }, new Watch()));
        assertTrue(broken.getMessage().contains("stands in the waiting room"), broken.getMessage());
    }

    @Test
    void stepsThatAreLookedAtTogetherAreReportedInTheSameWords() {
        int broken = 0;
        for (long seed = 0; seed < 3 * WALKS; seed++) {
            UnaryOperator<Machine> spoilt = List.of(twice(AcdEvent.OfferEnded.class), hiding((_, event) ->
                    event instanceof AcdEvent.TalkEnded), twice(AcdEvent.CallAnswered.class)).get((int) seed % 3);
            String atOnce = said(seed, spoilt, new Watch(1, all()));
            assertEquals(atOnce, said(seed, spoilt, new Watch(100, all())));
            assertEquals(atOnce, said(seed, spoilt, new Watch(1_000_000, all())));
            broken += atOnce.isEmpty() ? 0 : 1;
            String lastStep = atOnce.substring(atOnce.lastIndexOf("\n#") + 1);
            assertTrue(atOnce.isEmpty() || seed % 3 != 0 || lastStep.contains("OfferEnded"), atOnce);
        }
        assertTrue(broken > 2 * WALKS, broken + " walks broke a rule");
    }

    private static Checker[] all() {
        return new Checker[] {new NothingReportedBroken(), new OneWinner(), new AgentStatesChain(), new OneCallAnAgent(),
            new EachOfferEndsOnce()};
    }

    private static String said(long seed, UnaryOperator<Machine> spoilt, Watch watch) {
        try {
            RandomWalk.walk(seed, 1_000, spoilt, watch, _ -> { });
            return "";
        } catch (RuleBroken broken) {
            return broken.getMessage();
        }
    }

    @Test
    void aRuleThatWasBrokenBeforeTheMachineFailedIsReportedAndNotTheFailure() {
        Plan plan = Hotline.day(1, 300, 0, Faults.NONE);
        int[] hidden = {0};
        RuleBroken broken = assertThrows(RuleBroken.class, () -> Simulation.play(plan, outputs(
                Machine.of(new Acd(plan.setup(), 1)), (_, outputs) -> {
                    if (hidden[0] > 0 && hidden[0]++ > 20) {
                        throw new IllegalStateException("the machine has failed");
                    }
                    List<AcdEvent> told = outputs.events().stream().filter(event -> !(event instanceof AcdEvent.OfferRinging)).toList();
                    hidden[0] += told.size() < outputs.events().size() && hidden[0] == 0 ? 1 : 0;
                    return new Outputs(outputs.commands(), hidden[0] == 1 ? Stream.concat(told.stream(), told.stream()).toList()
                            : outputs.events(), outputs.refusal());
                }), Watch.inBatches()));
        assertTrue(broken.getMessage().contains("he was"), broken.getMessage());
    }

    private interface Spoiler {
        Outputs spoil(AcdInput input, Outputs outputs);
    }

    private static void notices(Supplier<Checker> checker, String words, UnaryOperator<Machine> spoilt) {
        Set<String> said = new TreeSet<>();
        for (long seed = 0; seed < WALKS; seed++) {
            long walk = seed;
            RuleBroken broken = assertThrows(RuleBroken.class, () -> RandomWalk.walk(walk, 1_000, spoilt,
                    new Watch(checker.get()), _ -> { }));
            said.add(broken.getMessage().lines().findFirst().orElseThrow());
        }
        assertTrue(said.stream().anyMatch(message -> message.contains(words)), said::toString);
    }

    private static UnaryOperator<Machine> hiding(BiPredicate<AcdInput, AcdEvent> hidden) {
        return machine -> outputs(machine, (input, outputs) -> new Outputs(outputs.commands(),
                outputs.events().stream().filter(event -> !hidden.test(input, event)).toList(), outputs.refusal()));
    }

    private static UnaryOperator<Machine> twice(Class<? extends AcdEvent> kind) {
        return machine -> outputs(machine, (_, outputs) -> new Outputs(outputs.commands(), outputs.events().stream()
                .flatMap(event -> kind.isInstance(event) ? Stream.of(event, event) : Stream.of(event)).toList(),
                outputs.refusal()));
    }

    private static Machine outputs(Machine machine, Spoiler spoiler) {
        return new Machine() {
            @Override
            public Outputs apply(AcdInput input, long nowMs) {
                return spoiler.spoil(input, machine.apply(input, nowMs));
            }

            @Override
            public long nextDeadlineMs() {
                return machine.nextDeadlineMs();
            }
        };
    }
}
