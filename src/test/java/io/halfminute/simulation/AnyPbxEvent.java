package io.halfminute.simulation;

import io.halfminute.pbx.CallId;
import io.halfminute.pbx.CallerId;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.ChannelId;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxCommand;
import io.halfminute.pbx.PbxEvent;
import io.halfminute.pbx.PbxId;
import io.halfminute.pbx.PbxEvent.CallSnapshot;
import io.halfminute.pbx.PbxEvent.Stage;
import io.halfminute.pbx.PhoneId;
import io.halfminute.pbx.PhoneStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Anything that a PBX might tell, of the calls of late and of offers that were made, old and new, in any order. Often
 * enough it is what would really happen, so that calls get somewhere.
 */
final class AnyPbxEvent {

    static final List<PbxId> PBXS = List.of(PbxId.MAIN, new PbxId("b"));

    private static final int CALLS_OF_LATE = 12;

    private final RandomGenerator chance;
    private final List<PbxCommand.Offer> offers = new ArrayList<>();
    private long calls;

    AnyPbxEvent(RandomGenerator chance) {
        this.chance = chance;
    }

    void commanded(PbxCommand command) {
        if (command instanceof PbxCommand.Offer offer) {
            offers.add(offer);
        }
    }

    PbxEvent next(long nowMs) {
        long atMs = nowMs - (chance.nextInt(5) == 0 ? chance.nextInt(5_000) : chance.nextInt(5));
        return switch (chance.nextInt(40)) {
            case 0 -> chance.nextInt(4) == 0 ? new PbxEvent.PbxGone("any", pbx(), atMs)
                    : new PbxEvent.LinkLost("any", pbx(), atMs);
            case 1, 2 -> snapshot(pbx(), nowMs, atMs);
            case 3, 4, 5, 6, 7 -> new PbxEvent.PhoneChanged(phone(), status(), pbx(), atMs);
            case 8, 9, 10, 11, 12, 13 -> arrived(atMs);
            case 14, 15, 16, 17, 18, 19 -> new PbxEvent.CallWaiting(call(), offer().offer(), atMs);
            case 20 -> new PbxEvent.CallAtFallback(call(), atMs);
            case 24 -> new PbxEvent.WaitTold(call(), 60, atMs);
            case 25 -> noted(nowMs, atMs);
            case 21, 22, 23 -> new PbxEvent.CallEnded(call(), cause(), atMs);
            default -> ofOffer(offer(), atMs);
        };
    }

    private PbxEvent arrived(long atMs) {
        CallId call = chance.nextInt(6) == 0 ? call() : new CallId("c" + calls++);
        return new PbxEvent.CallArrived(call, number(call), dialled(), atMs - chance.nextInt(3), pbxOf(call),
                atMs);
    }

    /** Few numbers, those of callbacks among them. */
    private static CallerId number(CallId call) {
        return new CallerId("0" + (139_001_390L + Math.floorMod(call.hashCode(), 20)), "x");
    }

    private PbxEvent ofOffer(PbxCommand.Offer offer, long atMs) {
        boolean mixedUp = chance.nextInt(12) == 0;
        CallId call = mixedUp ? call() : offer.call();
        PhoneId phone = mixedUp ? phone() : offer.phones().get(chance.nextInt(offer.phones().size()));
        OfferId id = chance.nextInt(15) == 0 ? OfferId.NONE : offer.offer();
        return switch (chance.nextInt(10)) {
            case 0, 1, 2 -> new PbxEvent.PhoneRinging(call, id, phone, atMs);
            case 3, 4, 5 -> new PbxEvent.OfferAnswered(call, id, phone, new ChannelId("leg"), atMs);
            case 6, 7 -> new PbxEvent.OfferEnded(call, id, phone, cause(), atMs);
            case 8 -> new PbxEvent.AgentLegEnded(call, phone, new ChannelId("leg"), cause(), atMs);
            default -> new PbxEvent.CommandFailed(call, id, "any", atMs);
        };
    }

    /** Most calls of late, each at any stage and any phone; now and then one twice. */
    private PbxEvent.Snapshot snapshot(PbxId pbx, long nowMs, long atMs) {
        List<CallSnapshot> found = new ArrayList<>();
        for (long number = Math.max(0, calls - CALLS_OF_LATE); number < calls; number++) {
            CallId call = new CallId("c" + number);
            if (pbxOf(call).equals(pbx) && chance.nextInt(6) > 0) {
                found.add(snapshotOf(call, nowMs));
            }
        }
        if (chance.nextInt(4) == 0) {
            found.add(snapshotOf(call(), nowMs));
        }
        Map<PhoneId, PhoneStatus> phones = new TreeMap<>();
        for (int i = 1; i < 8; i++) {
            if (chance.nextInt(10) > 0) {
                phones.put(new PhoneId("100" + i), status());
            }
        }
        return new PbxEvent.Snapshot(found, phones, chance.nextInt(20) == 0, pbx, atMs);
    }

    private CallSnapshot snapshotOf(CallId call, long nowMs) {
        Stage stage = Stage.values()[chance.nextInt(Stage.values().length)];
        boolean atPhone = (stage == Stage.OFFERED || stage == Stage.CONNECTED) && chance.nextInt(8) > 0;
        OfferId offer = chance.nextInt(3) == 0 ? OfferId.NONE : offer().offer();
        return new CallSnapshot(call, new CallerId("", ""), dialled(), nowMs - 10_000 - chance.nextInt(10_000), stage, offer,
                atPhone ? phones(stage) : List.of(), null, stage == Stage.CONNECTED && chance.nextBoolean()
                ? nowMs - chance.nextInt(10_000) : 0);
    }

    private PbxEvent noted(long nowMs, long atMs) {
        CallId call = chance.nextInt(3) == 0 ? new CallId("c" + calls++) : call();
        PbxEvent.Sent sent = PbxEvent.Sent.values()[chance.nextInt(PbxEvent.Sent.values().length)];
        return new PbxEvent.EndedUnwatched(List.of(new PbxEvent.EndedCall(snapshotOf(call, nowMs), atMs - 9_000, sent, cause(),
                atMs)), atMs);
    }

    /** Nothing is left, and all is well. */
    static List<PbxEvent> silence(long nowMs) {
        Map<PhoneId, PhoneStatus> phones = new TreeMap<>();
        for (int i = 1; i < 8; i++) {
            phones.put(new PhoneId("100" + i), PhoneStatus.IDLE);
        }
        return PBXS.stream().<PbxEvent>map(pbx -> new PbxEvent.Snapshot(List.of(), phones, false, pbx, nowMs)).toList();
    }

    private PbxId pbx() {
        return PBXS.get(chance.nextInt(PBXS.size()));
    }

    /** Two calls of three are at the first. */
    private static PbxId pbxOf(CallId call) {
        return PBXS.get(call.hashCode() % 3 == 0 ? 1 : 0);
    }

    CallId call() {
        return new CallId("c" + Math.max(0, calls - 1 - chance.nextInt(CALLS_OF_LATE)));
    }

    private PbxCommand.Offer offer() {
        if (offers.isEmpty()) {
            return new PbxCommand.Offer(call(), new OfferId(77_777), phone(), 1);
        }
        int back = chance.nextInt(3) == 0 ? chance.nextInt(10) : chance.nextInt(3);
        return offers.get(Math.max(0, offers.size() - 1 - back));
    }

    private String dialled() {
        return switch (chance.nextInt(20)) {
            case 0 -> "4009";
            case 1, 2, 3, 4, 5, 6, 7, 8 -> "4002";
            default -> "4001";
        };
    }

    private List<PhoneId> phones(Stage stage) {
        return stage == Stage.OFFERED && chance.nextBoolean() ? List.of(phone(), phone()) : List.of(phone());
    }

    private PhoneId phone() {
        return new PhoneId("100" + (1 + chance.nextInt(7)));
    }

    private PhoneStatus status() {
        return switch (chance.nextInt(6)) {
            case 0 -> PhoneStatus.UNREACHABLE;
            case 1 -> PhoneStatus.IN_USE;
            default -> PhoneStatus.IDLE;
        };
    }

    private Cause cause() {
        return new Cause(Cause.Reason.values()[chance.nextInt(Cause.Reason.values().length)], "any");
    }
}
