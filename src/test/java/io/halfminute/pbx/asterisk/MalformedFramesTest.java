package io.halfminute.pbx.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.pbx.PbxEvent;
import java.util.List;
import java.util.Random;
import org.asteriskjava.manager.event.DialEndEvent;
import org.asteriskjava.manager.event.DialStateEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.junit.jupiter.api.Test;

/**
 * Whatever Asterisk, or somebody in its place, writes into the fields of its events: no frame breaks the mapping, and the next good
 * one is understood.
 */
class MalformedFramesTest {

    private static final int FRAMES = 100_000;
    private static final long SEED = 20_261_122;
    private static final List<String> STEPS = List.of("ARRIVED", "WAITING", "AT_FALLBACK", "NOT_ANSWERED");
    private static final List<String> VALUES = List.of("", " ", "Halfminute", "ARRIVED", "WAITING", "AT_FALLBACK", "NOT_ANSWERED",
            "RINGING", "ANSWER", "CANCEL", "NOANSWER", "hm-1.0", "hm-1.1", "hm-2.0", "PJSIP/1001-00000001", "PJSIP/",
            "PJSIP/hm-trunk-00000000", "/-", "PJSIP/1001", "o*1001-1002*77*12000*1", "o****", "o*-*9*9*9", "o*1001*99999999999999999999*1*1",
            "1001", "1001-1002", "-", "77", "-1", "1e9", "NaN", "99999999999999999999", "16", "NOT_INUSE", "INUSE", "<unknown>",
            "????", "=", "\u0000", "\r\nAction: Originate", "${SHELL(id)}", "\ud800", "\uffff", "x".repeat(10_000));

    private final EventMapper mapper = new EventMapper();
    private final Random random = new Random(SEED);

    @Test
    void aHundredThousandMalformedFramesBreakNothing() {
        int understood = 0;
        for (int n = 0; n < FRAMES; n++) {
            List<PbxEvent> events = mapper.map(frame(), n);
            events.forEach(event -> assertNotNull(event));
            understood += events.size();
        }

        assertTrue(understood > FRAMES / 100, understood + " events were understood");
        assertArrivalIsUnderstood();
    }

    private ManagerEvent frame() {
        return switch (random.nextInt(6)) {
            case 0 -> dialState();
            case 1 -> dialEnd();
            case 2 -> hangup();
            case 3 -> device();
            default -> step();
        };
    }

    private HalfminuteEvent step() {
        HalfminuteEvent event = new HalfminuteEvent(this);
        event.setStep(random.nextBoolean() ? value() : STEPS.get(random.nextInt(STEPS.size())));
        event.setUniqueId(id());
        event.setChannel(value());
        event.setDialled(value());
        event.setNumber(value());
        event.setName(value());
        event.setArrived(value());
        event.setOffer(value());
        event.setPhone(value());
        event.setDialStatus(value());
        event.setHangupCause(value());
        return event;
    }

    private DialStateEvent dialState() {
        DialStateEvent event = new DialStateEvent(this);
        event.setUniqueId(id());
        event.setDestChannel(valueOrNull());
        event.setDialStatus(valueOrNull());
        event.setExten(valueOrNull());
        return event;
    }

    private DialEndEvent dialEnd() {
        DialEndEvent event = new DialEndEvent(this);
        event.setUniqueId(id());
        event.setDestUniqueId(id());
        event.setDestChannel(valueOrNull());
        event.setDialStatus(valueOrNull());
        event.setExten(valueOrNull());
        return event;
    }

    private ChannelHangupEvent hangup() {
        ChannelHangupEvent event = new ChannelHangupEvent(this);
        event.setUniqueId(id());
        event.setCause(random.nextBoolean() ? null : random.nextInt());
        event.setCauseTxt(valueOrNull());
        event.setTechCause(value());
        return event;
    }

    private DeviceStateEvent device() {
        DeviceStateEvent event = new DeviceStateEvent(this);
        event.setDevice(value());
        event.setState(value());
        return event;
    }

    /** Mostly of few channels, so that an event meets what an earlier one has left. */
    private String id() {
        return random.nextInt(3) == 0 ? valueOrNull() : "hm-1." + random.nextInt(4);
    }

    private String valueOrNull() {
        return random.nextInt(10) == 0 ? null : value();
    }

    private String value() {
        return random.nextInt(20) == 0 ? letters() : VALUES.get(random.nextInt(VALUES.size()));
    }

    private String letters() {
        return random.ints(random.nextInt(40), 0, 0x3000).mapToObj(Character::toString).reduce("", String::concat);
    }

    @Test
    void aFrameWhoseIdMakesNoSenseCountsAsMissed() {
        HalfminuteEvent event = new HalfminuteEvent(this);
        event.setStep("ARRIVED");
        event.setUniqueId("?");

        assertEquals(List.of(), mapper.map(event, 1));
        assertTrue(mapper.takeMissed());
    }

    private void assertArrivalIsUnderstood() {
        HalfminuteEvent event = new HalfminuteEvent(this);
        event.setStep("ARRIVED");
        event.setUniqueId("hm-9.9");
        event.setChannel("PJSIP/hm-trunk-00000009");
        event.setDialled("4001");
        event.setArrived("5000");
        PbxEvent arrived = mapper.map(event, 5_001).getFirst();
        assertEquals("hm-9.9", ((PbxEvent.CallArrived) arrived).call().value());
    }
}
