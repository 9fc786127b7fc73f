package io.halfminute.simulation;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdInput;
import io.halfminute.acd.Outputs;
import io.halfminute.call.BrandId;
import io.halfminute.callback.ByKey;
import io.halfminute.callback.CallHours;
import io.halfminute.callback.CallbackId;
import io.halfminute.callback.CallbackReason;
import io.halfminute.callback.CallbackRequest;
import io.halfminute.callback.CallbackSpec;
import io.halfminute.callback.Outgoing;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.ChannelId;
import io.halfminute.pbx.PbxCommand;
import io.halfminute.pbx.PbxEvent;
import io.halfminute.queue.QueueId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Callbacks that anybody asks for and takes back, and whatever the PBX might tell of calls of our own, in any order. */
final class AnyCallback {

    private static final int NUMBERS = 12;
    private static final int CALLS_OF_LATE = 4;

    private final RandomGenerator chance;
    private final List<PbxCommand.CallBack> tried = new ArrayList<>();
    private final List<CallId> waited = new ArrayList<>();

    AnyCallback(RandomGenerator chance) {
        this.chance = chance;
    }

    CallbackSpec spec() {
        return new CallbackSpec(6, chance.nextBoolean(), chance.nextInt(5_000), chance.nextBoolean(), 1 + chance.nextInt(3),
                1_000 + chance.nextInt(20_000), 5_000, 200_000, 0, chance.nextDouble(), CallHours.ALWAYS,
                Map.of(new BrandId("shop-a"), Outgoing.PLAIN, new BrandId("shop-b"), Outgoing.PLAIN),
                new ByKey(chance.nextInt(4) > 0, chance.nextInt(20_000), 1_000, 5_000));
    }

    void heard(Outputs outputs) {
        for (AcdEvent event : outputs.events()) {
            if (event instanceof AcdEvent.CallWaits waits) {
                waited.add(waits.call());
            }
        }
        for (PbxCommand command : outputs.commands()) {
            if (command instanceof PbxCommand.CallBack back) {
                tried.add(back);
            }
        }
    }

    /** Empty when it is something else's turn. */
    Optional<AcdInput> next(long nowMs) {
        return switch (chance.nextInt(10)) {
            case 0 -> Optional.of(chance.nextInt(10) == 0 ? cancel() : new AcdInput.PlaceCallback(request(nowMs)));
            case 1, 2 -> tried.isEmpty() ? Optional.empty() : Optional.of(new AcdInput.FromPbx(ofCall(any(), nowMs)));
            case 3 -> waited.isEmpty() ? Optional.empty() : Optional.of(byKey(nowMs));
            default -> Optional.empty();
        };
    }

    private AcdInput byKey(long nowMs) {
        CallId call = waited.get(Math.max(0, waited.size() - 1 - chance.nextInt(CALLS_OF_LATE)));
        return switch (chance.nextInt(4)) {
            case 0 -> new AcdInput.ProposeCallback(call);
            case 1 -> new AcdInput.FromPbx(new PbxEvent.CallbackProposed(call, nowMs));
            default -> new AcdInput.FromPbx(new PbxEvent.CallbackChosen(call, nowMs));
        };
    }

    private AcdInput cancel() {
        long callback = tried.isEmpty() ? 1 : any().customer().callback();
        return new AcdInput.CancelCallback(new CallbackId(callback), "any", true);
    }

    private CallbackRequest request(long nowMs) {
        String shop = chance.nextBoolean() ? "one" : "two";
        return new CallbackRequest((chance.nextBoolean() ? "+86" : "0") + (139_001_390L + chance.nextInt(NUMBERS)),
                new BrandId(shop.equals("one") ? "shop-a" : "shop-b"), new QueueId(shop), List.of(), CallbackReason.REQUESTED,
                null, 0, nowMs - chance.nextInt(60_000), chance.nextInt(4) == 0 ? nowMs + 10_000 : 0, 0, "any");
    }

    private PbxEvent ofCall(PbxCommand.CallBack of, long atMs) {
        CallId call = of.call();
        return switch (chance.nextInt(10)) {
            case 0, 1 -> new PbxEvent.PhoneRinging(call, of.offer(), of.phone(), atMs);
            case 2, 3, 4 -> new PbxEvent.AgentPickedUp(call, of.offer(), of.phone(), atMs);
            case 5, 6 -> new PbxEvent.CustomerAnswered(call, atMs);
            case 7 -> chance.nextBoolean() ? new PbxEvent.CustomerMissed(call, cause(), atMs)
                    : new PbxEvent.OfferEnded(call, of.offer(), of.phone(), cause(), atMs);
            case 8 -> chance.nextBoolean() ? new PbxEvent.CommandFailed(call, of.offer(), "any", atMs)
                    : new PbxEvent.AgentLegEnded(call, of.phone(), new ChannelId("leg"), cause(), atMs);
            default -> new PbxEvent.CallEnded(call, cause(), atMs);
        };
    }

    private PbxCommand.CallBack any() {
        return tried.get(Math.max(0, tried.size() - 1 - chance.nextInt(CALLS_OF_LATE)));
    }

    private Cause cause() {
        return new Cause(Cause.Reason.values()[chance.nextInt(Cause.Reason.values().length)], "any");
    }
}
