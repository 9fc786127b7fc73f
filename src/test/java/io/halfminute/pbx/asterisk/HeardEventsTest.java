package io.halfminute.pbx.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asteriskjava.manager.event.DialEndEvent;
import org.asteriskjava.manager.event.DialStateEvent;
import org.asteriskjava.manager.event.HangupRequestEvent;
import org.junit.jupiter.api.Test;

/** Frames as Asterisk 22 writes them, and what becomes of them. */
class HeardEventsTest {

    @Test
    void everyFieldOfTheDialplansOwnEventIsFilled() throws ReflectiveOperationException {
        List<String> fields = Arrays.stream(HalfminuteEvent.class.getDeclaredMethods()).map(Method::getName)
                .filter(name -> name.startsWith("set")).map(name -> name.substring("set".length())).sorted().toList();
        assertTrue(fields.contains("DialStatus") && fields.size() >= 10, fields.toString());
        Map<String, String> frame = new HashMap<>(Map.of("Event", "UserEvent", "UserEvent", "Halfminute"));
        fields.forEach(field -> frame.put(field, "the " + field));
        HalfminuteEvent event = (HalfminuteEvent) HeardEvents.of(frame);
        for (String name : fields) {
            Field field = HalfminuteEvent.class.getDeclaredField(Character.toLowerCase(name.charAt(0)) + name.substring(1));
            field.setAccessible(true);
            assertEquals("the " + name, field.get(event));
        }
    }

    @Test
    void anotherProgramsUserEventIsNotOurs() {
        assertNull(HeardEvents.of(Map.of("Event", "UserEvent", "UserEvent", "Somebody", "Step", "ARRIVED")));
        assertNull(HeardEvents.of(Map.of("Event", "FullyBooted", "Status", "Fully Booted")));
        assertNull(HeardEvents.of(Map.of()));
    }

    @Test
    void aPhoneThatRingsAndIsPickedUpIsTold() {
        Map<String, String> dial = Map.of("Event", "DialState", "Uniqueid", "hm-1.0", "Exten", "o*1001*77*12000*1",
                "DestChannel", "PJSIP/1001-00000001", "DestUniqueid", "hm-1.1", "DialStatus", "RINGING");
        DialStateEvent rings = assertInstanceOf(DialStateEvent.class, HeardEvents.of(dial));
        assertEquals(List.of("hm-1.0", "o*1001*77*12000*1", "PJSIP/1001-00000001", "hm-1.1", "RINGING"), List.of(rings.getUniqueId(),
                rings.getExten(), rings.getDestChannel(), rings.getDestUniqueId(), rings.getDialStatus()));
        Map<String, String> end = new HashMap<>(dial);
        end.put("Event", "DialEnd");
        end.put("DialStatus", "ANSWER");
        DialEndEvent answered = assertInstanceOf(DialEndEvent.class, HeardEvents.of(end));
        assertEquals(List.of("hm-1.0", "o*1001*77*12000*1", "PJSIP/1001-00000001", "hm-1.1", "ANSWER"),
                List.of(answered.getUniqueId(), answered.getExten(), answered.getDestChannel(), answered.getDestUniqueId(),
                        answered.getDialStatus()));
    }

    @Test
    void anEndIsToldWithItsCauseAndItsTime() {
        Map<String, String> end = Map.of("Event", "Hangup", "Channel", "PJSIP/1001-00000001", "Uniqueid", "hm-1.1", "Cause", "17",
                "Cause-txt", "User busy", "TechCause", "SIP 486 Busy Here", "Timestamp", "1795361073.879686");
        ChannelHangupEvent event = assertInstanceOf(ChannelHangupEvent.class, HeardEvents.of(end));
        assertEquals(List.of("PJSIP/1001-00000001", "hm-1.1", 17, "User busy", "SIP 486 Busy Here", 1_795_361_073.879686),
                List.of(event.getChannel(), event.getUniqueId(), event.getCause(), event.getCauseTxt(), event.techCause(),
                        event.getTimestamp()));
        HangupRequestEvent request = assertInstanceOf(HangupRequestEvent.class,
                HeardEvents.of(Map.of("Event", "HangupRequest", "Uniqueid", "hm-1.1", "Cause", "16")));
        assertEquals(List.of("hm-1.1", 16), List.of(request.getUniqueId(), request.getCause()));
    }

    @Test
    void aTimeThatIsNoneIsNotTaken() {
        for (String time : List.of("", "soon", "-1", "1e99", "NaN", "1795361073879686000000")) {
            assertNull(HeardEvents.of(Map.of("Event", "Hangup", "Timestamp", time)).getTimestamp(), time);
        }
    }
}
