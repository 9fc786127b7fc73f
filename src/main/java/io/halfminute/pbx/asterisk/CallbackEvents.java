package io.halfminute.pbx.asterisk;

import io.halfminute.pbx.CallId;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxCommand;
import io.halfminute.pbx.PbxEvent;
import io.halfminute.pbx.PhoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.asteriskjava.manager.event.DialEndEvent;
import org.asteriskjava.manager.event.DialStateEvent;
import org.asteriskjava.manager.event.ManagerEvent;

/**
 * Events about calls of our own: the agent's channel is the call, made with an id that the server has chosen, and it tells by
 * itself which offer it is. Asterisk tells of its ringing without a caller (the channel is the destination and nobody the
 * source), of the customer's ringing like of any Dial().
 */
final class CallbackEvents {

    /** Why a phone was not picked up, until its channel is gone and says the cause. */
    private final Map<String, String> unanswered = new HashMap<>();
    private final Set<String> rang = new HashSet<>();
    private final Set<String> pickedUp = new HashSet<>();
    /** Those that the PBX has told of; read from any thread. */
    private final Set<String> there = ConcurrentHashMap.newKeySet();

    /** The call's id says that it is one of these. */
    static boolean isOne(String uniqueId) {
        return uniqueId != null && uniqueId.startsWith(PbxCommand.CallBack.PREFIX);
    }

    /** The id of a call that tries this offer. */
    static OfferId offerOf(CallId call) {
        return new OfferId(EventMapper.number(call.value().substring(PbxCommand.CallBack.PREFIX.length())));
    }

    /** Forgets all, and {@link #found} says what is there. */
    void clear() {
        unanswered.clear();
        rang.clear();
        pickedUp.clear();
        there.clear();
    }

    /** One of the snapshot's: perhaps another server's, and perhaps picked up long ago. */
    void found(PbxEvent.CallSnapshot call) {
        there.add(call.call().value());
        if (call.stage() != PbxEvent.Stage.OFFERED) {
            pickedUp.add(call.call().value());
        }
    }

    /** Those that are at this PBX. */
    Stream<CallId> calls() {
        return there.stream().map(CallId::new);
    }

    /** Whether it is at this PBX; from any thread. */
    boolean knows(CallId call) {
        return there.contains(call.value());
    }

    /** Empty when it is about something else. */
    Optional<List<PbxEvent>> map(ManagerEvent event, long atMs) {
        return switch (event) {
            case HalfminuteEvent step when isOne(step.getUniqueId()) -> Optional.of(ofStep(step, atMs));
            case DialStateEvent state when isOne(state.getDestUniqueId()) -> Optional.of(ofDialState(state, atMs));
            case DialStateEvent state when isOne(state.getUniqueId()) -> Optional.of(List.of());
            case DialEndEvent end when isOne(end.getDestUniqueId()) -> Optional.of(ofOwnEnd(end));
            case DialEndEvent end when isOne(end.getUniqueId()) -> Optional.of(ofCustomer(end, atMs));
            case ChannelHangupEvent hangup when isOne(hangup.getUniqueId()) -> Optional.of(ofHangup(hangup, atMs));
            default -> Optional.empty();
        };
    }

    private List<PbxEvent> ofStep(HalfminuteEvent event, long atMs) {
        CallId call = new CallId(event.getUniqueId());
        return switch (event.step()) {
            case "PICKED_UP" -> {
                pickedUp.add(call.value());
                there.add(call.value());
                yield Phones.ofChannel(event.getChannel())
                        .<List<PbxEvent>>map(phone -> List.of(new PbxEvent.AgentPickedUp(call, offerOf(call), phone, atMs)))
                        .orElse(List.of());
            }
            case "NOT_REACHED" -> List.of(new PbxEvent.CustomerMissed(call, Causes.ofOffer(event.dialStatus(),
                    (int) EventMapper.number(event.hangupCause()), true), atMs));
            default -> List.of();
        };
    }

    private List<PbxEvent> ofDialState(DialStateEvent event, long atMs) {
        Optional<PhoneId> phone = Phones.ofChannel(event.getDestChannel());
        if (phone.isEmpty() || !"RINGING".equals(event.getDialStatus())) {
            return List.of();
        }
        CallId call = new CallId(event.getDestUniqueId());
        rang.add(call.value());
        there.add(call.value());
        return List.of(new PbxEvent.PhoneRinging(call, offerOf(call), phone.get(), atMs));
    }

    private List<PbxEvent> ofOwnEnd(DialEndEvent event) {
        if (!"ANSWER".equals(event.getDialStatus()) && event.getDialStatus() != null) {
            unanswered.put(event.getDestUniqueId(), event.getDialStatus());
        }
        return List.of();
    }

    private static List<PbxEvent> ofCustomer(DialEndEvent event, long atMs) {
        return "ANSWER".equals(event.getDialStatus())
                ? List.of(new PbxEvent.CustomerAnswered(new CallId(event.getUniqueId()), atMs)) : List.of();
    }

    /** The end of a phone that nobody picked up is the end of its offer too. */
    private List<PbxEvent> ofHangup(ChannelHangupEvent event, long atMs) {
        CallId call = new CallId(event.getUniqueId());
        int q850 = event.getCause() == null ? 0 : event.getCause();
        String dialStatus = unanswered.remove(call.value());
        boolean hadRung = rang.remove(call.value());
        there.remove(call.value());
        PbxEvent ended = new PbxEvent.CallEnded(call, Causes.ofEnd(q850, event.getCauseTxt(), event.techCause()), atMs);
        Optional<PhoneId> phone = Phones.ofChannel(event.getChannel());
        if (pickedUp.remove(call.value()) || phone.isEmpty()) {
            return List.of(ended);
        }
        // Its time is over: Asterisk says that it was cancelled, or nothing at all.
        String why = dialStatus == null || dialStatus.equals("CANCEL") ? "NOANSWER" : dialStatus;
        Cause cause = Causes.ofOffer(why, q850, hadRung);
        return List.of(new PbxEvent.OfferEnded(call, offerOf(call), phone.get(), cause, atMs), ended);
    }
}
