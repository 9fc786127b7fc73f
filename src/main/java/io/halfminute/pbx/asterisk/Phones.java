package io.halfminute.pbx.asterisk;

import io.halfminute.pbx.PbxId;
import io.halfminute.pbx.PhoneId;
import io.halfminute.pbx.PhoneStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How phones are called at Asterisk: {@code PJSIP/1001}, and their channels {@code PJSIP/1001-0000002a}. One that is rung over
 * another PBX, b, has an endpoint {@code 1001_b} of its own, so that every channel tells its phone.
 */
final class Phones {

    private static final Pattern DEVICE = Pattern.compile("PJSIP/([A-Za-z0-9]{1,32})");
    private static final Pattern CHANNEL = Pattern.compile("PJSIP/([A-Za-z0-9]{1,32})(?:_[a-z0-9]{1,8})?-[0-9a-f]+");

    private static final String BETWEEN = "-";
    private static final String OVER = "_";

    private Phones() {
    }

    static Optional<PhoneId> ofDevice(String device) {
        return of(DEVICE, device);
    }

    /** Empty for a channel that is no phone's, such as the trunk's: its name has a hyphen. */
    static Optional<PhoneId> ofChannel(String channel) {
        return of(CHANNEL, channel);
    }

    static String device(PhoneId phone) {
        return "PJSIP/" + phone.value();
    }

    /** Several phones as commands and the dialplan name them: {@code 1001-1002_b}. */
    static String joined(List<PhoneId> phones, Map<PhoneId, PbxId> away) {
        return phones.stream().map(phone -> away.containsKey(phone) ? phone + OVER + away.get(phone) : phone.value())
                .collect(Collectors.joining(BETWEEN));
    }

    /** The same the other way round; none for none. */
    static List<PhoneId> separated(String names) {
        return names == null || names.isEmpty() ? List.of()
                : Stream.of(names.split(BETWEEN)).filter(name -> !name.isEmpty())
                        .map(name -> new PhoneId(name.split(OVER, 2)[0])).distinct().toList();
    }

    private static Optional<PhoneId> of(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text == null ? "" : text);
        return matcher.matches() ? Optional.of(new PhoneId(matcher.group(1))) : Optional.empty();
    }

    /** From Asterisk's device state (NOT_INUSE, INUSE, BUSY, RINGING, RINGINUSE, ONHOLD, UNAVAILABLE, INVALID, UNKNOWN). */
    static PhoneStatus status(String deviceState) {
        return switch (deviceState == null ? "" : deviceState) {
            case "NOT_INUSE" -> PhoneStatus.IDLE;
            case "INUSE", "BUSY", "RINGING", "RINGINUSE", "ONHOLD" -> PhoneStatus.IN_USE;
            default -> PhoneStatus.UNREACHABLE;
        };
    }
}
