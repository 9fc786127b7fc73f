package io.halfminute.config;

import io.halfminute.call.BrandId;
import io.halfminute.callback.ByKey;
import io.halfminute.callback.CallHours;
import io.halfminute.callback.CallbackSpec;
import io.halfminute.callback.Outgoing;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Customers who are called back; each shop says in {@code brands.yaml} how it dials.
 *
 * @param fromMinute of the day, by the zone of the board
 * @param toMinute   up to and without it
 * @param rest       all but hours and shops
 */
public record CallbackConfig(int fromMinute, int toMinute, CallbackSpec rest) {

    private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]|24:00";

    static CallbackConfig read(Section section) {
        Section hours = section.section("hours");
        int from = minute(hours.get("from", "09:00", Values.matching(TIME, "09:00")));
        int to = minute(hours.get("to", "21:00", Values.matching(TIME, "21:00")));
        hours.finish(hours);
        if (from >= to) {
            section.problem("hours", "end before they begin; what would do is such as from: \"09:00\", to: \"21:00\"");
            to = from + 1;
        }
        return section.finish(new CallbackConfig(from, to, rest(section)));
    }

    private static CallbackSpec rest(Section section) {
        return new CallbackSpec(
                section.get("most", 200, Values.integer(0, 10_000)),
                section.get("after-abandon", false, Values.flag()),
                ms(section, "abandon-after", Duration.ofSeconds(10), Duration.ZERO, Duration.ofHours(1)),
                section.get("after-refusal", true, Values.flag()),
                section.get("tries", 3, Values.integer(1, 20)),
                ms(section, "spacing", Duration.ofMinutes(15), Duration.ofSeconds(1), Duration.ofDays(7)),
                ms(section, "dial", Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofMinutes(2)),
                ms(section, "valid", Duration.ofDays(2), Duration.ofMinutes(1), Duration.ofDays(14)),
                ms(section, "credit", Duration.ZERO, Duration.ZERO, Duration.ofHours(1)),
                section.get("share", 0.25, Values.share()), CallHours.ALWAYS, Map.of(),
                byKey(section.section("by-key")));
    }

    private static ByKey byKey(Section section) {
        ByKey key = new ByKey(
                section.get("on", false, Values.flag()),
                ms(section, "waited", Duration.ofMinutes(1), Duration.ZERO, Duration.ofHours(1)),
                ms(section, "predicted", Duration.ofMinutes(2), Duration.ofSeconds(1), Duration.ofHours(1)),
                ms(section, "key-wait", Duration.ofSeconds(6), Duration.ofSeconds(1), Duration.ofSeconds(30)));
        return section.finish(key);
    }

    private static int ms(Section section, String key, Duration standard, Duration least, Duration most) {
        return Math.toIntExact(section.get(key, standard, Values.duration(least, most)).toMillis());
    }

    private static int minute(String time) {
        return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
    }

    /** With the hours in this zone and how these shops dial. */
    CallbackSpec spec(String zone, Collection<Brand> brands) {
        Map<BrandId, Outgoing> outgoing = new HashMap<>();
        brands.forEach(brand -> brand.outgoing().ifPresent(how -> outgoing.put(brand.id(), how)));
        return new CallbackSpec(rest.most(), rest.afterAbandon(), rest.abandonMs(), rest.afterRefusal(), rest.tries(),
                rest.spacingMs(), rest.dialMs(), rest.validMs(), rest.creditMs(), rest.share(),
                new CallHours(zone, fromMinute, toMinute), outgoing, rest.key());
    }
}
