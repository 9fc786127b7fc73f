package io.halfminute.pbx.asterisk;

import io.halfminute.pbx.CallId;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.ChannelId;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxEvent;
import io.halfminute.pbx.PbxId;
import io.halfminute.pbx.PhoneId;
import io.halfminute.pbx.PhoneStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asteriskjava.manager.event.DialEndEvent;
import org.asteriskjava.manager.event.DialStateEvent;
import org.asteriskjava.manager.event.HangupRequestEvent;
import org.asteriskjava.manager.event.ManagerEvent;

/**
 * Asterisk's events into those of the port. Of one family only: the dialplan's own user events, DialState (a phone rings),
 * DialEnd (it was picked up, or fell silent), HangupRequest (an agent has hung up), Hangup and DeviceStateChange;
 * asterisk-java's synthetic ones are of other classes and fall through. Only channels that the dialplan has announced as callers, and what is dialled
 * for them, become events of calls; what agents do among themselves shows as their phones' status only.
 *
 * <p>One thread at a time, but for {@link #channelOf}, {@link #knows} and {@link #calls}.
 */
final class EventMapper {

    private final Map<CallId, Track> tracks = new ConcurrentHashMap<>();
    private final Map<String, Leg> legs = new HashMap<>();
    /** Channels of phones at which an offer has ended; their hangup says why. */
    private final Map<String, Leg> unanswered = new HashMap<>();
    private final Map<PhoneId, PhoneStatus> phones = new HashMap<>();
    private final CallbackEvents callbacks = new CallbackEvents();
    private boolean missed;

    private final PbxId pbx;

    private record Leg(CallId call, PhoneId phone) {
    }

    /** @param pbx whose events these are */
    EventMapper(PbxId pbx) {
        this.pbx = pbx;
    }

    /** Of the only PBX. */
    EventMapper() {
        this(PbxId.MAIN);
    }

    PbxId pbx() {
        return pbx;
    }

    /**
     * The events that one of Asterisk's means, in order; often none. One whose ids make no sense counts as missed, so that those
     * after it are heard and the PBX's lists are asked for what it may have been about.
     */
    List<PbxEvent> map(ManagerEvent event, long atMs) {
        try {
            return callbacks.map(event, atMs).orElseGet(() -> understood(event, atMs));
        } catch (IllegalArgumentException nonsense) {
            missed = true;
            return List.of();
        }
    }

    private List<PbxEvent> understood(ManagerEvent event, long atMs) {
        return switch (event) {
            case HalfminuteEvent step -> ofStep(step, atMs);
            case DialStateEvent state -> ofDialState(state, atMs);
            case DialEndEvent end -> ofDialEnd(end, atMs);
            case HangupRequestEvent request -> ofHangupRequest(request, atMs);
            case ChannelHangupEvent hangup -> ofHangup(hangup, atMs);
            case DeviceStateEvent device -> ofDevice(device, atMs);
            default -> List.of();
        };
    }

    /** Forgets all and knows what the snapshot says. */
    void reset(Channels channels) {
        tracks.clear();
        legs.clear();
        unanswered.clear();
        phones.clear();
        callbacks.clear();
        for (Channels.Caller caller : channels.callers()) {
            PbxEvent.CallSnapshot call = caller.snapshot();
            if (call.callback() > 0) {
                callbacks.found(call);
                continue;
            }
            Track track = track(call.call(), caller.channel());
            track.offered(call.offer(), call.phones());
            caller.ringing().forEach(phone -> track.part(phone).rang = true);
            if (call.leg() != null && call.phone() != null) {
                legs.put(call.leg().value(), new Leg(call.call(), call.phone()));
            }
        }
        phones.putAll(channels.phones());
        missed = false;
    }

    /** The caller's channel by name; from any thread. The unique id does too where the name is not known. */
    String channelOf(CallId call) {
        Track track = tracks.get(call);
        return track == null ? call.value() : track.channel;
    }

    /** Whether the caller, or the customer who is called back, is here; from any thread. */
    boolean knows(CallId call) {
        return tracks.containsKey(call) || callbacks.knows(call);
    }

    /** The calls known here, of callers and of our own; from any thread. */
    Set<CallId> calls() {
        return Stream.concat(tracks.keySet().stream(), callbacks.calls()).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether an event was about a caller whose arrival was never seen; asked once, it is forgotten. */
    boolean takeMissed() {
        boolean was = missed;
        missed = false;
        return was;
    }

    private Track track(CallId call, String channel) {
        Track track = new Track(call, channel);
        tracks.put(call, track);
        return track;
    }

    private List<PbxEvent> ofStep(HalfminuteEvent event, long atMs) {
        CallId call = new CallId(event.getUniqueId());
        if (event.step().equals("ARRIVED")) {
            track(call, event.getChannel());
            return List.of(new PbxEvent.CallArrived(call, CallerText.callerId(event.number(), event.name()),
                    digits(event.dialled()), number(event.arrived()), pbx, atMs));
        }
        Track track = tracks.get(call);
        if (track == null) {
            missed = true;
            return List.of();
        }
        return ofStep(event, track, atMs);
    }

    private static List<PbxEvent> ofStep(HalfminuteEvent event, Track track, long atMs) {
        return switch (event.step()) {
            case "WAITING" -> List.of(new PbxEvent.CallWaiting(track.call, offer(event), atMs));
            case "AT_FALLBACK" -> {
                track.offered(OfferId.NONE, List.of());
                yield List.of(new PbxEvent.CallAtFallback(track.call, atMs));
            }
            case "WAIT_TOLD" -> List.of(new PbxEvent.WaitTold(track.call, (int) number(event.seconds()), atMs));
            case "CALLBACK_PROPOSED" -> List.of(new PbxEvent.CallbackProposed(track.call, atMs));
            case "CALLBACK_CHOSEN" -> List.of(new PbxEvent.CallbackChosen(track.call, atMs));
            case "NOT_ANSWERED" -> notAnswered(event, track, atMs);
            default -> List.of();
        };
    }

    /** The whole offer has ended: so has every phone of it whose own end has not been told. */
    private static List<PbxEvent> notAnswered(HalfminuteEvent event, Track track, long atMs) {
        List<PhoneId> phones = Phones.separated(event.phone());
        seen(track, offer(event), phones);
        List<PbxEvent> ends = new ArrayList<>();
        for (PhoneId phone : phones) {
            Track.Part part = track.part(phone);
            if (!part.told) {
                part.told = true;
                ends.add(new PbxEvent.OfferEnded(track.call, offer(event), phone, phones.size() == 1
                        ? Causes.ofOffer(event.dialStatus(), (int) number(event.hangupCause()), part.rang)
                        : cause(part), atMs));
            }
        }
        return ends;
    }

    /** One that Dial() says nothing about has not been dialled: the phone is not there. */
    private static Cause cause(Track.Part part) {
        return Causes.ofOffer(part.dialStatus.isEmpty() ? "CHANUNAVAIL" : part.dialStatus, part.hangupCause, part.rang);
    }

    private List<PbxEvent> ofDialState(DialStateEvent event, long atMs) {
        Optional<Track> track = caller(event.getUniqueId());
        Optional<PhoneId> phone = Phones.ofChannel(event.getDestChannel());
        if (track.isEmpty() || phone.isEmpty() || !"RINGING".equals(event.getDialStatus())) {
            return List.of();
        }
        seen(track.get(), event.getExten());
        track.get().part(phone.get()).rang = true;
        return List.of(new PbxEvent.PhoneRinging(track.get().call, track.get().offer, phone.get(), atMs));
    }

    private List<PbxEvent> ofDialEnd(DialEndEvent event, long atMs) {
        Optional<Track> track = caller(event.getUniqueId());
        Optional<PhoneId> phone = Phones.ofChannel(event.getDestChannel());
        if (track.isEmpty() || phone.isEmpty() || event.getDialStatus() == null) {
            return List.of();
        }
        seen(track.get(), event.getExten());
        return switch (event.getDialStatus()) {
            case "ANSWER" -> answered(track.get(), phone.get(), event.getDestUniqueId(), atMs);
            case "CANCEL" -> cancelled(track.get(), phone.get(), atMs);
            default -> {
                ended(track.get(), phone.get(), event);
                yield List.of();
            }
        };
    }

    /**
     * The caller's channel is at this offer; Dial's events tell it by the extension to which he was redirected. Once he has
     * been led away, or where Asterisk's queue rings a phone, the extension is of no offer, and the one seen last counts.
     */
    private static void seen(Track track, String extension) {
        seen(track, Redirects.offerOf(extension), Redirects.phonesOf(extension));
    }

    private static void seen(Track track, OfferId offer, List<PhoneId> phones) {
        if (!offer.equals(OfferId.NONE) && !offer.equals(track.offer)) {
            track.offered(offer, phones);
        }
    }

    /** Why is known when its channel goes; or from the dialplan, which also knows of a phone that was never dialled. */
    private void ended(Track track, PhoneId phone, DialEndEvent event) {
        if (track.isOffer() && event.getDestUniqueId() != null) {
            track.part(phone).dialStatus = event.getDialStatus();
            unanswered.put(event.getDestUniqueId(), new Leg(track.call, phone));
        }
    }

    /** Told while the other phones of the offer go on; the end of the last is told by the dialplan. */
    private List<PbxEvent> endedAlone(Leg leg, int hangupCause, long atMs) {
        Track track = tracks.get(leg.call());
        if (track == null) {
            return List.of();
        }
        Track.Part part = track.part(leg.phone());
        part.hangupCause = hangupCause;
        if (part.told || part.dialStatus.isEmpty() || !track.goesOn()) {
            return List.of();
        }
        part.told = true;
        return List.of(new PbxEvent.OfferEnded(track.call, track.offer, leg.phone(), cause(part), atMs));
    }

    private List<PbxEvent> answered(Track track, PhoneId phone, String leg, long atMs) {
        legs.put(leg, new Leg(track.call, phone));
        return List.of(new PbxEvent.OfferAnswered(track.call, track.offer, phone, new ChannelId(leg), atMs));
    }

    private static List<PbxEvent> cancelled(Track track, PhoneId phone, long atMs) {
        if (!track.isOffer()) {
            return List.of();
        }
        Track.Part part = track.part(phone);
        part.told = true;
        return List.of(new PbxEvent.OfferEnded(track.call, track.offer, phone, Causes.ofOffer("CANCEL", 0, part.rang), atMs));
    }

    /**
     * The agent has hung up: his phone is free from now on, though Asterisk has the channel to end still, in the time of which
     * his next caller can be on the way.
     */
    private List<PbxEvent> ofHangupRequest(HangupRequestEvent event, long atMs) {
        Leg leg = legs.remove(event.getUniqueId());
        return leg == null ? List.of() : legEnded(leg, event.getUniqueId(), Causes.ofEnd(q850(event.getCause()), "", ""), atMs);
    }

    private static List<PbxEvent> legEnded(Leg leg, String channel, Cause cause, long atMs) {
        return List.of(new PbxEvent.AgentLegEnded(leg.call(), leg.phone(), new ChannelId(channel), cause, atMs));
    }

    private static int q850(Integer cause) {
        return cause == null ? 0 : cause;
    }

    private List<PbxEvent> ofHangup(ChannelHangupEvent event, long atMs) {
        int q850 = q850(event.getCause());
        Leg rung = unanswered.remove(event.getUniqueId());
        if (rung != null) {
            return endedAlone(rung, q850, atMs);
        }
        Cause cause = Causes.ofEnd(q850, event.getCauseTxt(), event.techCause());
        Leg leg = legs.remove(event.getUniqueId());
        if (leg != null) {
            return legEnded(leg, event.getUniqueId(), cause, atMs);
        }
        return caller(event.getUniqueId()).map(track -> {
            tracks.remove(track.call);
            return List.<PbxEvent>of(new PbxEvent.CallEnded(track.call, cause, atMs));
        }).orElse(List.of());
    }

    private List<PbxEvent> ofDevice(DeviceStateEvent event, long atMs) {
        Optional<PhoneId> phone = Phones.ofDevice(event.device());
        PhoneStatus status = Phones.status(event.state());
        if (phone.isEmpty() || status == phones.put(phone.get(), status)) {
            return List.of();
        }
        return List.of(new PbxEvent.PhoneChanged(phone.get(), status, pbx, atMs));
    }

    private Optional<Track> caller(String uniqueId) {
        return uniqueId == null ? Optional.empty() : Optional.ofNullable(tracks.get(new CallId(uniqueId)));
    }

    private static OfferId offer(HalfminuteEvent event) {
        return new OfferId(number(event.offer()));
    }

    static long number(String text) {
        String digits = digits(text);
        return digits.isEmpty() || digits.length() > 18 ? 0 : Long.parseLong(digits);
    }

    static String digits(String text) {
        return text == null ? "" : text.replaceAll("[^0-9]", "");
    }
}
