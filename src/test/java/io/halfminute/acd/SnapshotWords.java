package io.halfminute.acd;

import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentSpec;
import io.halfminute.agent.AgentState;
import io.halfminute.agent.PauseReason;
import io.halfminute.pbx.CallerId;
import io.halfminute.pbx.ChannelId;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxEvent;
import io.halfminute.pbx.PbxEvent.CallSnapshot;
import io.halfminute.pbx.PbxEvent.Stage;
import io.halfminute.pbx.PhoneId;
import io.halfminute.pbx.PhoneStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a table says of a snapshot: {@code pbx finds c1@3 WAITING}, {@code c2@5/4002 CONNECTED 1003 since 9}. A call is
 * followed by the second of its arrival and the number dialled if it is not 4001; a stage by the phone it is or was last
 * at, {@code 1001+1002} if it rings at several. {@code 1002 is IN_USE} speaks of a phone; the others are in use if a call is there and idle if not. A last word
 * {@code as-of 8} makes the snapshot an old one. {@code b finds phones 1003+1004} is of another PBX, which knows these phones
 * only; one that {@code starts-and-finds} has been started anew.
 */
final class SnapshotWords {

    /** The offer of a server that is no more. */
    static final OfferId EARLIER = new OfferId(900);

    private final Table table;
    private final Map<PhoneId, PhoneStatus> phones = new HashMap<>();
    private final List<CallSnapshot> calls = new ArrayList<>();
    private long atMs;

    SnapshotWords(Table table, long nowMs) {
        this.table = table;
        this.atMs = nowMs;
        table.setup.agents().values().forEach(agent -> phones.put(agent.phone(), PhoneStatus.IDLE));
    }

    PbxEvent.Snapshot read(String[] words) {
        int at = 3;
        while (at < words.length && !words[at].equals("nothing")) {
            at = readOne(words, at);
        }
        return new PbxEvent.Snapshot(calls, phones, words[2].equals("starts-and-finds"), Table.at(words[1]), atMs);
    }

    private int readOne(String[] words, int at) {
        if (words[at].equals("as-of")) {
            atMs = ms(words[at + 1]);
            return at + 2;
        }
        if (words[at].equals("phones")) {
            phones.clear();
            Stream.of(words[at + 1].split("[+]")).forEach(phone -> phones.put(new PhoneId(phone), PhoneStatus.IDLE));
            return at + 2;
        }
        if (words[at + 1].equals("is")) {
            phones.put(new PhoneId(words[at]), PhoneStatus.valueOf(words[at + 2]));
            return at + 3;
        }
        return call(words, at);
    }

    private int call(String[] words, int at) {
        String[] name = words[at].split("[@/]");
        Stage stage = Stage.valueOf(words[at + 1]);
        int next = at + 2;
        List<PhoneId> atPhones = List.of();
        long answeredMs = 0;
        if (next < words.length && words[next].matches("[0-9]{4}([+][0-9]{4})*") && !isOfPhone(words, next)) {
            atPhones = Stream.of(words[next++].split("[+]")).map(PhoneId::new).toList();
        }
        PhoneId phone = atPhones.isEmpty() ? null : atPhones.getFirst();
        if (next < words.length && words[next].equals("since")) {
            answeredMs = ms(words[next + 1]);
            next += 2;
        }
        boolean there = stage == Stage.OFFERED || stage == Stage.DIALLING || stage == Stage.CONNECTED;
        if (there) {
            atPhones.forEach(one -> phones.put(one, PhoneStatus.IN_USE));
        }
        calls.add(new CallSnapshot(table.callbacks.call(name[0]), new CallerId("13800138000", ""), name.length > 2 ? name[2] : "4001",
                ms(name[1]), stage, offer(name[0], atPhones), there ? atPhones : List.of(), new ChannelId("leg-" + phone), answeredMs,
                table.callbacks.callbackOf(name[0])));
        return next;
    }

    private static boolean isOfPhone(String[] words, int at) {
        return at + 1 < words.length && words[at + 1].equals("is");
    }

    private OfferId offer(String call, List<PhoneId> atPhones) {
        OfferId offer = OfferId.NONE;
        for (PhoneId phone : atPhones) {
            OfferId known = table.offer(call, phone.value());
            offer = known.equals(OfferId.NONE) ? table.remember(call, phone.value(), EARLIER) : known;
        }
        return offer;
    }

    private static long ms(String seconds) {
        return (long) (Double.parseDouble(seconds) * 1000);
    }

    /** {@code 1001 restores ON_CALL}, {@code 1001 restores PAUSED break}, {@code 1001 restores WRAP_UP ago 5}. */
    static AcdInput.RememberedAgent remembered(String[] words, long nowMs) {
        AgentState state = AgentState.valueOf(words[3]);
        PauseReason pause = state == AgentState.PAUSED ? new PauseReason(words[4]) : null;
        long ago = words.length > 5 && words[4].equals("ago") ? ms(words[5]) : 0;
        return new AcdInput.RememberedAgent(new AgentId(words[1]), state, pause, nowMs - ago);
    }

    /** The same setup without this agent; with {@code all} the same setup. */
    static Setup without(Setup setup, String agent) {
        Map<AgentId, AgentSpec> agents = new HashMap<>(setup.agents());
        agents.keySet().removeIf(id -> id.value().equals(agent));
        return new Setup(setup.queues(), agents, setup.numbers(), setup.pauseReasons(), setup.limits(),
                setup.routing(), setup.pbxs(), setup.callbacks());
    }
}
