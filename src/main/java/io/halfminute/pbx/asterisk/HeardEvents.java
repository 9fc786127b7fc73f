package io.halfminute.pbx.asterisk;

import java.util.Map;
import org.asteriskjava.manager.event.DialEndEvent;
import org.asteriskjava.manager.event.DialStateEvent;
import org.asteriskjava.manager.event.HangupRequestEvent;
import org.asteriskjava.manager.event.ManagerEvent;

/**
 * The events that the mapper understands, as asterisk-java's classes have them, each with the fields that somebody reads. Its own
 * builder sets every field of every event by reflection.
 */
final class HeardEvents {

    /** Of which an event must have one. */
    private static final Object SOURCE = "Asterisk";

    private HeardEvents() {
    }

    /** @return null for one that nobody reads */
    static ManagerEvent of(Map<String, String> frame) {
        ManagerEvent event = switch (frame.getOrDefault("Event", "")) {
            case "UserEvent" -> "Halfminute".equals(frame.get("UserEvent")) ? step(frame) : null;
            case "DialState" -> dialState(frame);
            case "DialEnd" -> dialEnd(frame);
            case "HangupRequest" -> hangupRequest(frame);
            case "Hangup" -> hangup(frame);
            case "DeviceStateChange" -> device(frame);
            default -> null;
        };
        if (event != null) {
            event.setTimestamp(seconds(frame.get("Timestamp")));
        }
        return event;
    }

    private static HalfminuteEvent step(Map<String, String> frame) {
        HalfminuteEvent event = new HalfminuteEvent(SOURCE);
        event.setUniqueId(value(frame, "Uniqueid"));
        event.setChannel(value(frame, "Channel"));
        event.setStep(text(frame, "Step"));
        event.setDialled(text(frame, "Dialled"));
        event.setNumber(text(frame, "Number"));
        event.setName(text(frame, "Name"));
        event.setArrived(text(frame, "Arrived"));
        event.setOffer(text(frame, "Offer"));
        event.setPhone(text(frame, "Phone"));
        event.setDialStatus(text(frame, "DialStatus"));
        event.setHangupCause(text(frame, "HangupCause"));
        event.setSeconds(text(frame, "Seconds"));
        return event;
    }

    private static DialStateEvent dialState(Map<String, String> frame) {
        DialStateEvent event = new DialStateEvent(SOURCE);
        event.setUniqueId(value(frame, "Uniqueid"));
        event.setExten(value(frame, "Exten"));
        event.setDestChannel(value(frame, "DestChannel"));
        event.setDestUniqueId(value(frame, "DestUniqueid"));
        event.setDialStatus(value(frame, "DialStatus"));
        return event;
    }

    private static DialEndEvent dialEnd(Map<String, String> frame) {
        DialEndEvent event = new DialEndEvent(SOURCE);
        event.setUniqueId(value(frame, "Uniqueid"));
        event.setExten(value(frame, "Exten"));
        event.setDestChannel(value(frame, "DestChannel"));
        event.setDestUniqueId(value(frame, "DestUniqueid"));
        event.setDialStatus(value(frame, "DialStatus"));
        return event;
    }

    private static HangupRequestEvent hangupRequest(Map<String, String> frame) {
        HangupRequestEvent event = new HangupRequestEvent(SOURCE);
        event.setUniqueId(value(frame, "Uniqueid"));
        event.setCause(cause(frame));
        return event;
    }

    private static ChannelHangupEvent hangup(Map<String, String> frame) {
        ChannelHangupEvent event = new ChannelHangupEvent(SOURCE);
        event.setUniqueId(value(frame, "Uniqueid"));
        event.setChannel(value(frame, "Channel"));
        event.setCause(cause(frame));
        event.setCauseTxt(value(frame, "Cause-txt"));
        event.setTechCause(text(frame, "TechCause"));
        return event;
    }

    private static DeviceStateEvent device(Map<String, String> frame) {
        DeviceStateEvent event = new DeviceStateEvent(SOURCE);
        event.setDevice(text(frame, "Device"));
        event.setState(text(frame, "State"));
        return event;
    }

    private static Integer cause(Map<String, String> frame) {
        return (int) EventMapper.number(frame.get("Cause"));
    }

    private static String text(Map<String, String> frame, String name) {
        return frame.getOrDefault(name, "");
    }

    /** Null for nothing, as asterisk-java has it. */
    private static String value(Map<String, String> frame, String name) {
        String value = text(frame, name);
        return value.isEmpty() ? null : value;
    }

    /** Since 1970, with a fraction; null if it is no time. */
    private static Double seconds(String text) {
        return text == null || !text.matches("[0-9]{1,12}(\\.[0-9]{1,9})?") ? null : Double.valueOf(text);
    }
}
