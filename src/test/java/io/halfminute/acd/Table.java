package io.halfminute.acd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentSpec;
import io.halfminute.agent.PauseReason;
import io.halfminute.agent.SkillId;
import io.halfminute.agent.Skills;
import io.halfminute.call.BrandId;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.CallerId;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.ChannelId;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxCommand;
import io.halfminute.pbx.PbxEvent;
import io.halfminute.pbx.PbxId;
import io.halfminute.pbx.PhoneId;
import io.halfminute.pbx.PhoneStatus;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.QueueSpec;
import io.halfminute.queue.QueueSpec.Overflow;
import io.halfminute.queue.Ring;
import io.halfminute.queue.SkillDemand;
import io.halfminute.routing.RoutingSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Scenarios as tables. A line is {@code seconds  input  => outputs}; every output of the step must be named, in order:
 * {@code ring 1001 for c1}, {@code ring 1001+1002 for c1}, {@code retrieve c1}, {@code refuse c1 QUEUE_FULL [called-back]},
 * {@code divert c1 4999}, {@code ring 1003@b for c1} (over another PBX), {@code b lost}, {@code c1 late},
 * {@code c1 opens least TIME_LEFT}, {@code c1 named 1001}, {@code c1 not 1001 TIME_OVER}, {@code tell c1 60s},
 * {@code c1 told 60s}, {@code propose c1}, {@code c1 asked}, {@code confirm c1},
 * {@code c1 ABANDONED}, {@code 1001 READY}, {@code no: NOT_SIGNED_IN}. A time in the table first lets pass what is due
 * before it, and whatever that says must be named too, on a line whose input is {@code -}.
 */
final class Table {

    static final String QUEUE_A = "shop-a-orders";
    static final String QUEUE_B = "shop-b-orders";

    private final Acd acd;
    final Setup setup;
    private final Map<String, Long> offers = new HashMap<>();
    final List<AcdEvent> events = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    final CallbackWords callbacks = new CallbackWords();
    private long nowMs;

    Table(Setup setup) {
        this.setup = setup;
        acd = new Acd(setup, 1);
        step(new AcdInput.Tick());
    }

    /** A hotline with two shops; the link is up, nobody has signed in, every phone is registered. */
    static Table hotline() {
        return hotline(setup());
    }

    /** A server that has just started: it has not heard of the PBX, nor of its agents. */
    static Table justStarted() {
        return new Table(setup());
    }

    static Table hotline(Setup setup) {
        Table table = new Table(setup);
        Map<PhoneId, PhoneStatus> phones = new HashMap<>();
        setup.agents().values().forEach(agent -> phones.put(agent.phone(), PhoneStatus.IDLE));
        table.step(new AcdInput.FromPbx(new PbxEvent.Snapshot(List.of(), phones, 0)));
        table.said.clear();
        return table;
    }

    static Setup setup() {
        return setup(queue(QUEUE_A, "mandarin", 2, 4), queue(QUEUE_B, "english", 2, 4));
    }

    /** 1001 and 1002 speak Mandarin (5 and 3), 1003 English (4) on the late shift, 1004 both (4 and 4). */
    static Setup setup(QueueSpec queueA, QueueSpec queueB) {
        Map<AgentId, AgentSpec> agents = new HashMap<>();
        add(agents, "1001", Map.of("mandarin", 5));
        add(agents, "1002", Map.of("mandarin", 3));
        add(agents, "1003", Map.of("english", 4), "late");
        add(agents, "1004", Map.of("mandarin", 4, "english", 4));
        return new Setup(Map.of(queueA.id(), queueA, queueB.id(), queueB), agents,
                Map.of("4001", new Setup.Destination(new BrandId("shop-a"), queueA.id()),
                        "4002", new Setup.Destination(new BrandId("shop-b"), queueB.id())),
                Set.of(new PauseReason("break")), Setup.Limits.DEFAULT);
    }

    static QueueSpec queue(String id, String skill, int least, int wanted) {
        return new QueueSpec(new QueueId(id), id, List.of(new SkillDemand(new SkillId(skill), least, wanted)), 0, 30_000,
                12_000, 20_000, 3, Optional.empty());
    }

    static QueueSpec withRings(QueueSpec spec, Ring... rings) {
        return new QueueSpec(spec.id(), spec.name(), spec.demands(), List.of(rings), spec.creditMs(), spec.targetMs(),
                spec.ringMs(), spec.wrapUpMs(), spec.maxWaiting(), spec.overflow());
    }

    /** First those who speak as well as wanted, then those who speak well enough. */
    static QueueSpec wantedThenLeast(QueueSpec spec, Ring... more) {
        List<Ring> rings = new ArrayList<>(List.of(QueueSpec.wanted(spec.demands()), QueueSpec.least(spec.demands())));
        rings.addAll(List.of(more));
        return withRings(spec, rings.toArray(Ring[]::new));
    }

    static Setup withHope(Setup setup, double hope) {
        return new Setup(setup.queues(), setup.agents(), setup.numbers(), setup.pauseReasons(), setup.limits(),
                new RoutingSpec(0, 1, 0.25, hope));
    }

    static QueueSpec withOverflow(QueueSpec spec, int afterMs, String number) {
        return new QueueSpec(spec.id(), spec.name(), spec.demands(), spec.creditMs(), spec.targetMs(), spec.ringMs(),
                spec.wrapUpMs(), spec.maxWaiting(), Optional.of(new Overflow(afterMs, number)));
    }

    static QueueSpec withCredit(QueueSpec spec, int creditMs) {
        return new QueueSpec(spec.id(), spec.name(), spec.demands(), creditMs, spec.targetMs(), spec.ringMs(),
                spec.wrapUpMs(), spec.maxWaiting(), spec.overflow());
    }

    private static void add(Map<AgentId, AgentSpec> agents, String id, Map<String, Integer> levels, String... groups) {
        Map<SkillId, Integer> skills = new HashMap<>();
        levels.forEach((skill, level) -> skills.put(new SkillId(skill), level));
        agents.put(new AgentId(id), new AgentSpec(new AgentId(id), "Agent " + id, new PhoneId(id), new Skills(skills),
                new TreeSet<>(List.of(groups))));
    }

    /** They have signed in and wait for calls. */
    Table atWork(String... agents) {
        for (String agent : agents) {
            step(new AcdInput.SignIn(new AgentId(agent)));
            step(new AcdInput.BecomeReady(new AgentId(agent)));
        }
        said.clear();
        return this;
    }

    /** They have signed in and take no calls yet. */
    Table paused(String... agents) {
        for (String agent : agents) {
            step(new AcdInput.SignIn(new AgentId(agent)));
        }
        said.clear();
        return this;
    }

    /** Plays the table and fails at the first line whose outputs differ. */
    void play(String table) {
        for (String line : table.lines().filter(text -> !text.isBlank()).toList()) {
            String[] halves = line.strip().split("=>", -1);
            String[] words = halves[0].strip().split("\\s+");
            letPass((long) (Double.parseDouble(words[0]) * 1000));
            if (!words[1].equals("-")) {
                assertEquals("", String.join(", ", said), "said before: " + line);
                step(input(words));
            }
            String expected = halves.length > 1 ? halves[1].strip() : "";
            assertEquals(expected, String.join(", ", said), line);
            said.clear();
        }
    }

    /** Lets the clock run to {@code ms}, firing each timer at its own time. */
    void letPass(long ms) {
        while (acd.nextDeadlineMs() <= ms) {
            nowMs = Math.max(nowMs, acd.nextDeadlineMs());
            step(new AcdInput.Tick());
        }
        nowMs = ms;
    }

    void step(AcdInput input) {
        Outputs outputs = acd.apply(input, nowMs);
        events.addAll(outputs.events());
        outputs.commands().forEach(this::say);
        outputs.events().forEach(this::say);
        outputs.refusal().ifPresent(refusal -> said.add("no: " + refusal.code()));
    }

    private void say(PbxCommand command) {
        switch (command) {
            case PbxCommand.Offer offer -> {
                offer.phones().forEach(phone -> remember(offer.call().value(), phone.value(), offer.offer()));
                said.add("ring " + offer.phones().stream().map(phone -> phone
                        + (offer.away().containsKey(phone) ? "@" + offer.away().get(phone) : ""))
                        .collect(Collectors.joining("+")) + " for " + offer.call());
            }
            case PbxCommand.Retrieve retrieve -> said.add("retrieve " + retrieve.call());
            case PbxCommand.Refuse refuse -> said.add("refuse " + refuse.call() + " " + refuse.why()
                    + (refuse.calledBack() ? " called-back" : ""));
            case PbxCommand.TellWait wait -> said.add("tell " + wait.call() + " " + wait.seconds() + "s");
            case PbxCommand.ProposeCallback proposal -> said.add("propose " + proposal.call());
            case PbxCommand.ConfirmCallback confirm -> said.add("confirm " + confirm.call());
            case PbxCommand.Divert divert -> said.add("divert " + divert.call() + " " + divert.number());
            case PbxCommand.CallBack back -> {
                String name = "k" + (callbacks.attempts() + 1);
                callbacks.attempt(name, back.call());
                remember(name, back.phone().value(), back.offer());
                said.add("call " + back.customer().number() + " by " + back.phone() + " as " + name);
            }
            case PbxCommand.HangUp hangUp -> said.add("hang-up " + callbacks.name(hangUp.call()));
            case PbxCommand.KeepFallback _ -> { }
        }
    }

    private void say(AcdEvent event) {
        switch (event) {
            case AcdEvent.AgentChanged changed -> said.add(changed.agent() + " " + changed.to());
            case AcdEvent.CallEnded ended -> said.add(callbacks.name(ended.call()) + " " + ended.end());
            case AcdEvent.CallbackChanged changed -> said.add(callbacks.say(changed.callback()));
            case AcdEvent.DeadlineMissed missed -> said.add(missed.call() + " late");
            case AcdEvent.WaitTold told -> said.add(told.call() + " told " + told.seconds() + "s");
            case AcdEvent.CallbackProposed heard -> said.add(heard.call() + " asked");
            case AcdEvent.RingOpened opened -> said.add(opened.call() + " opens " + opened.ring() + " " + opened.why());
            case AcdEvent.AgentNamed named -> said.add(named.call() + " named " + named.agent());
            case AcdEvent.NameDropped dropped -> said.add(dropped.call() + " not " + dropped.agent() + " " + dropped.why());
            case AcdEvent.PbxLost lost -> said.add(lost.pbx() + " lost");
            case AcdEvent.InvariantBroken broken -> said.add("BROKEN " + broken.what());
            default -> { }
        }
    }

    private AcdInput input(String[] words) {
        String subject = words[1];
        return switch (words[2]) {
            case "arrives" -> pbx(new PbxEvent.CallArrived(id(subject), new CallerId(words.length == 5 ? words[4] : "13800138000", ""), words[3],
                    nowMs, words.length > 5 ? new PbxId(words[5]) : PbxId.MAIN, nowMs));
            case "waits" -> pbx(new PbxEvent.CallWaiting(id(subject), lastOffer(words), nowMs));
            case "at-fallback" -> pbx(new PbxEvent.CallAtFallback(id(subject), nowMs));
            case "hangs-up" -> pbx(new PbxEvent.CallEnded(id(subject), cause("NORMAL"), nowMs));
            case "command-fails" -> pbx(new PbxEvent.CommandFailed(id(subject), lastOffer(words),
                    "No such channel", nowMs));
            case "rings" -> pbx(new PbxEvent.PhoneRinging(id(words[3]), offer(words[3], subject),
                    new PhoneId(subject), nowMs));
            case "answers" -> pbx(new PbxEvent.OfferAnswered(id(words[3]), offer(words[3], subject),
                    new PhoneId(subject), new ChannelId("leg-" + subject), nowMs));
            case "ends-talk" -> pbx(new PbxEvent.AgentLegEnded(id(words[3]), new PhoneId(subject),
                    new ChannelId("leg-" + subject), cause("NORMAL"), nowMs));
            case "lets-pass" -> pbx(new PbxEvent.OfferEnded(id(words[3]), offer(words[3], subject),
                    new PhoneId(subject), cause(words[4]), nowMs));
            case "phone" -> pbx(new PbxEvent.PhoneChanged(new PhoneId(subject), PhoneStatus.valueOf(words[3]),
                    words.length > 5 ? new PbxId(words[5]) : PbxId.MAIN, nowMs));
            case "link-lost" -> pbx(new PbxEvent.LinkLost("reset", at(subject), nowMs));
            case "gone" -> pbx(new PbxEvent.PbxGone("refused", at(subject), nowMs));
            case "finds", "starts-and-finds" -> pbx(new SnapshotWords(this, nowMs).read(words));
            case "restores" -> new AcdInput.RestoreAgents(List.of(SnapshotWords.remembered(words, nowMs)));
            case "may-hear" -> new AcdInput.TellWait(id(subject), Integer.parseInt(words[3]), nowMs + 5_000);
            case "hears" -> pbx(new PbxEvent.WaitTold(id(subject), Integer.parseInt(words[3]), nowMs));
            case "will-wait-long" -> new AcdInput.ProposeCallback(id(subject));
            case "is-asked" -> pbx(new PbxEvent.CallbackProposed(id(subject), nowMs));
            case "presses-the-key" -> pbx(new PbxEvent.CallbackChosen(id(subject), nowMs));
            case "would-like" -> new AcdInput.AskAlso(id(subject), List.of(), new AgentId(words[3]));
            case "needs" -> new AcdInput.AskAlso(id(subject), List.of(new SkillDemand(new SkillId(words[3]),
                    Integer.parseInt(words[4]), Integer.parseInt(words[5]))), null);
            case "picks-up" -> pbx(new PbxEvent.AgentPickedUp(id(words[3]), offer(words[3], subject), new PhoneId(subject), nowMs));
            case "reached" -> pbx(new PbxEvent.CustomerAnswered(id(subject), nowMs));
            case "missed" -> pbx(new PbxEvent.CustomerMissed(id(subject), cause(words[3]), nowMs));
            case "promised", "cancelled", "kept" -> callbacks.input(words, nowMs);
            case "configures" -> new AcdInput.Reconfigure(SnapshotWords.without(setup, words[3]));
            case "signs-in" -> new AcdInput.SignIn(new AgentId(subject));
            case "ready" -> new AcdInput.BecomeReady(new AgentId(subject));
            case "pauses" -> new AcdInput.Pause(new AgentId(subject), new PauseReason(words[3]));
            case "signs-out" -> new AcdInput.SignOut(new AgentId(subject));
            default -> throw new IllegalArgumentException("no such verb: " + words[2]);
        };
    }

    /** {@code pbx} is the only one there is; others have names. */
    static PbxId at(String subject) {
        return subject.equals("pbx") ? PbxId.MAIN : new PbxId(subject);
    }

    private CallId id(String name) {
        return callbacks.call(name);
    }

    private OfferId lastOffer(String[] words) {
        return words.length > 3 ? offer(words[1], words[3]) : OfferId.NONE;
    }

    /** The offer last made of this call to this phone; NONE when there was none. */
    OfferId offer(String call, String phone) {
        Long id = offers.get(call + "@" + phone);
        return id == null ? OfferId.NONE : new OfferId(id);
    }

    OfferId remember(String call, String phone, OfferId offer) {
        offers.put(call + "@" + phone, offer.value());
        return offer;
    }

    private static Cause cause(String reason) {
        return new Cause(Cause.Reason.valueOf(reason), "");
    }

    static AcdInput pbx(PbxEvent event) {
        return new AcdInput.FromPbx(event);
    }
}
