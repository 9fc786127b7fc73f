package io.halfminute.pbx.asterisk;

import io.halfminute.pbx.CallId;
import io.halfminute.pbx.ChannelId;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxEvent;
import io.halfminute.pbx.PbxEvent.Stage;
import io.halfminute.pbx.PbxId;
import io.halfminute.pbx.PhoneId;
import io.halfminute.pbx.PhoneStatus;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.asteriskjava.manager.event.StatusEvent;

/**
 * All that is at Asterisk, read from its lists: who is a caller and where he stands is in his channel's variables.
 *
 * @param atMs when the lists were asked for, on the PBX's clock
 */
record Channels(List<Caller> callers, Map<PhoneId, PhoneStatus> phones, long atMs) {

    /** What is asked of each channel. */
    static final String VARIABLES = "HM_STAGE,HM_ARRIVED,HM_DIALLED,HM_NUMBER,HM_NAME,HM_OFFER,HM_PHONE,HM_ANSWERED,HM_CALLBACK";

    private static final String RINGING = "5";
    private static final String UP = "6";

    /**
     * A caller with his channel's name.
     *
     * @param ringing those of the phones he is offered to that have said that they ring
     */
    record Caller(String channel, PbxEvent.CallSnapshot snapshot, Set<PhoneId> ringing) {
    }

    static Channels of(List<StatusEvent> channels, Map<String, String> devices, long atMs) {
        List<Caller> callers = channels.stream().flatMap(channel -> caller(channel, channels).stream()).toList();
        Map<PhoneId, PhoneStatus> phones = new HashMap<>();
        devices.forEach((device, state) ->
                Phones.ofDevice(device).ifPresent(phone -> phones.put(phone, Phones.status(state))));
        return new Channels(callers, Map.copyOf(phones), atMs);
    }

    Set<CallId> calls() {
        return callers.stream().map(caller -> caller.snapshot().call()).collect(Collectors.toUnmodifiableSet());
    }

    PbxEvent.Snapshot snapshot(PbxId pbx, boolean startedNew) {
        return new PbxEvent.Snapshot(callers.stream().map(Caller::snapshot).toList(), phones, startedNew, pbx, atMs);
    }

    private static Optional<Caller> caller(StatusEvent channel, List<StatusEvent> all) {
        Map<String, String> variables = variables(channel);
        Optional<Stage> stage = stage(variables.get("HM_STAGE"));
        long arrivedMs = EventMapper.number(variables.get("HM_ARRIVED"));
        if (stage.isEmpty() || arrivedMs == 0) {
            return Optional.empty();
        }
        List<StatusEvent> dialled = all.stream().filter(other -> channel.getUniqueId().equals(other.getLinkedId())).toList();
        return Optional.of(new Caller(channel.getChannel(), snapshot(channel, variables, stage.get(), arrivedMs, dialled),
                Set.copyOf(phones(dialled, RINGING))));
    }

    private static PbxEvent.CallSnapshot snapshot(StatusEvent channel, Map<String, String> variables, Stage stage,
                                                  long arrivedMs, List<StatusEvent> dialled) {
        List<PhoneId> phones = switch (stage) {
            case OFFERED -> stillDialled(Phones.separated(variables.get("HM_PHONE")), dialled);
            case DIALLING, CONNECTED -> Phones.separated(variables.get("HM_PHONE"));
            case IN_FLOW, WAITING, AT_FALLBACK, LEAVING -> List.of();
        };
        return new PbxEvent.CallSnapshot(new CallId(channel.getUniqueId()),
                CallerText.callerId(variables.get("HM_NUMBER"), variables.get("HM_NAME")),
                EventMapper.digits(variables.get("HM_DIALLED")), arrivedMs, stage,
                new OfferId(EventMapper.number(variables.get("HM_OFFER"))), phones, leg(phones, stage, dialled),
                stage == Stage.CONNECTED ? EventMapper.number(variables.get("HM_ANSWERED")) : 0,
                EventMapper.number(variables.get("HM_CALLBACK")));
    }

    /** Of several phones some may have ended already. When none has a channel they are just about to be dialled. */
    private static List<PhoneId> stillDialled(List<PhoneId> offered, List<StatusEvent> dialled) {
        List<PhoneId> there = dialled.stream().flatMap(other -> Phones.ofChannel(other.getChannel()).stream()).toList();
        List<PhoneId> still = offered.stream().filter(there::contains).toList();
        return still.isEmpty() ? offered : still;
    }

    /** The agent's channel of a conversation: that of his phone which belongs to the caller's. */
    private static ChannelId leg(List<PhoneId> phones, Stage stage, List<StatusEvent> dialled) {
        if (phones.isEmpty() || stage != Stage.CONNECTED) {
            return null;
        }
        return dialled.stream()
                .filter(other -> Phones.ofChannel(other.getChannel()).equals(Optional.of(phones.getFirst())))
                .filter(other -> UP.equals(String.valueOf(other.getChannelState())))
                .findFirst().map(other -> new ChannelId(other.getUniqueId())).orElse(null);
    }

    /** The phones of those channels that are in this state. */
    private static List<PhoneId> phones(List<StatusEvent> dialled, String state) {
        return dialled.stream().filter(other -> state.equals(String.valueOf(other.getChannelState())))
                .flatMap(other -> Phones.ofChannel(other.getChannel()).stream()).distinct().toList();
    }

    private static Map<String, String> variables(StatusEvent channel) {
        Map<String, String> variables = channel.getVariables();
        return variables == null ? Map.of() : variables.entrySet().stream()
                .filter(entry -> entry.getValue() != null && !entry.getValue().equals("(null)"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Optional<Stage> stage(String name) {
        return Arrays.stream(Stage.values()).filter(stage -> stage.name().equals(name)).findFirst();
    }
}
