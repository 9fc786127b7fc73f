package io.halfminute.why;

import io.halfminute.why.Watched.Rang;
import java.util.List;

/** Charges every second of one call until its deadline; {@link Reasons} tells what it came to. */
final class Inquiry {

    private final Watched call;
    private final Charges charges;
    private final InLine line;

    private Inquiry(Watched call, Charges charges, InLine line) {
        this.call = call;
        this.charges = charges;
        this.line = line;
    }

    /** @param lateMs as in {@link Lateness#lateMs} */
    static Lateness into(Watched call, Crew crew, Links links, long lateMs, long nowMs) {
        List<Member> able = crew.able(call.search);
        Charges charges = new Charges();
        InLine line = new InLine(call, able, links, charges, nowMs);
        new Inquiry(call, charges, line).charge();
        return new Lateness(lateMs, new Reasons(call, crew, able, charges, line, lateMs).told());
    }

    private void charge() {
        for (int i = 0; i < call.stays.size(); i++) {
            long fromMs = call.stays.get(i).fromMs();
            long toMs = call.endOf(i);
            if (fromMs < toMs) {
                charge(call.stays.get(i).stage(), fromMs, toMs);
            }
        }
    }

    private void charge(Watched.Stage stage, long fromMs, long toMs) {
        switch (stage) {
            case UNSEEN -> charges.add(LateCause.UNSEEN, toMs - fromMs);
            case FLOW -> charges.add(LateCause.LONG_FLOW, toMs - fromMs);
            case WAITING -> line.charge(fromMs, toMs);
            case OFFERED -> offered(fromMs, toMs);
            case PBX -> charges.add(LateCause.PBX_OR_LINK, toMs - fromMs);
            case GONE -> { }
        }
    }

    /** Phones that rang together share the time. */
    private void offered(long fromMs, long toMs) {
        List<Rang> meanwhile = call.rings.stream()
                .filter(rang -> rang.fromMs() < toMs && rang.toMs() > fromMs).toList();
        double rang = meanwhile.stream().mapToLong(each -> within(each, fromMs, toMs)).sum();
        for (Rang each : meanwhile) {
            long ms = within(each, fromMs, toMs);
            LateCause cause = each.cause();
            charges.add(cause, (toMs - fromMs) * (ms / rang));
            charges.part(cause, each.agent(), ms, each.outcome() == null ? "" : each.outcome().name());
        }
    }

    private static long within(Rang rang, long fromMs, long toMs) {
        return Math.min(toMs, rang.toMs()) - Math.max(fromMs, rang.fromMs());
    }
}
