package io.halfminute.why;

import io.halfminute.why.Member.Stretch;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Charges the time that a caller stood in line. It is cut where somebody who could have taken the call began to do something
 * else; each slice is charged to the first of these that holds:
 * <ol>
 * <li>the link to the PBX was down;
 * <li>nobody who could have taken the call was signed in;
 * <li>somebody was free: he stood aside after he had refused, or the call did not yet ask for him;
 * <li>a later call had been given an agent who could have taken this one;
 * <li>agents were away who could have been there (on a break, in a long wrap-up, without phone, not picking up): all of it, if
 *     there were more of them than callers before this one, else their part of all who could have taken the call;
 * <li>the others were busy.
 * </ol>
 */
final class InLine {

    /** Wrap-up that has lasted this long is no longer part of a usual call. */
    static final long LONG_WRAP_UP_MS = 60_000;
    private static final int MOST_SLICES = 200;

    private final Watched call;
    private final List<Member> able;
    private final Links links;
    private final Charges charges;
    private final long nowMs;
    private int busy;

    /** @param nowMs so far it is known how long things lasted */
    InLine(Watched call, List<Member> able, Links links, Charges charges, long nowMs) {
        this.call = call;
        this.able = able;
        this.links = links;
        this.charges = charges;
        this.nowMs = nowMs;
    }

    /** The most who were busy at the same time. */
    int busy() {
        return busy;
    }

    void charge(long fromMs, long toMs) {
        long from = fromMs;
        for (long cut : cuts(fromMs, toMs)) {
            slice(from, cut);
            from = cut;
        }
    }

    private SortedSet<Long> cuts(long fromMs, long toMs) {
        SortedSet<Long> cuts = new TreeSet<>();
        cuts.add(toMs);
        for (Member member : able) {
            for (Stretch stretch : member.past()) {
                cut(cuts, stretch.fromMs(), fromMs, toMs);
            }
        }
        links.edges().forEach(edge -> cut(cuts, edge, fromMs, toMs));
        if (call.overtakenBy > 0) {
            cut(cuts, call.overtakenMs, fromMs, toMs);
        }
        return cuts;
    }

    private static void cut(SortedSet<Long> cuts, long atMs, long fromMs, long toMs) {
        if (atMs > fromMs && atMs < toMs && cuts.size() < MOST_SLICES) {
            cuts.add(atMs);
        }
    }

    private void slice(long fromMs, long toMs) {
        if (links.isDown(fromMs)) {
            charges.add(LateCause.PBX_OR_LINK, toMs - fromMs);
            return;
        }
        Map<Doing, List<Member>> doing = doing(fromMs);
        if (doing.isEmpty()) {
            boolean known = able.stream().allMatch(member -> member.knownSinceMs() <= fromMs);
            charges.add(known ? LateCause.NOBODY_WITH_SKILL : LateCause.UNSEEN, toMs - fromMs);
        } else if (doing.containsKey(Doing.FREE)) {
            free(doing.get(Doing.FREE), fromMs, toMs);
        } else if (call.overtakenBy > 0 && call.overtakenMs <= fromMs) {
            charges.add(LateCause.QUEUE_ORDER, toMs - fromMs);
        } else {
            nobodyFree(doing, fromMs, toMs);
        }
    }

    /** Who was at work, by what each did. */
    private Map<Doing, List<Member>> doing(long atMs) {
        Map<Doing, List<Member>> doing = new EnumMap<>(Doing.class);
        for (Member member : able) {
            Stretch stretch = member.at(atMs);
            if (stretch != null && stretch.doing() != Doing.OUT) {
                doing.computeIfAbsent(stretch.doing(), _ -> new ArrayList<>()).add(member);
            }
        }
        return doing;
    }

    /** The words are those of the machine when it makes somebody ready whom it then spares. */
    private void free(List<Member> free, long fromMs, long toMs) {
        for (Member member : free) {
            String reason = member.at(fromMs).reason();
            LateCause cause = switch (reason) {
                case "refused", "busy" -> LateCause.NOT_PICKED_UP;
                case "offer-failed" -> LateCause.PBX_OR_LINK;
                default -> LateCause.RING_OPENED_LATE;
            };
            charges.add(cause, (double) (toMs - fromMs) / free.size());
            charges.part(cause, member.id(), toMs - fromMs, cause == LateCause.RING_OPENED_LATE ? "" : reason);
        }
    }

    private void nobodyFree(Map<Doing, List<Member>> doing, long fromMs, long toMs) {
        List<Away> away = away(doing, fromMs);
        int atWork = doing.getOrDefault(Doing.BUSY, List.of()).size() + doing.getOrDefault(Doing.WRAP_UP, List.of()).size()
                - (int) away.stream().filter(each -> each.cause == LateCause.WRAP_UP_LONG).count();
        busy = Math.max(busy, atWork);
        int others = away.size() > call.ahead ? 0 : atWork;
        double share = (double) (toMs - fromMs) / Math.max(1, away.size() + others);
        charges.add(LateCause.ALL_BUSY, away.isEmpty() ? toMs - fromMs : share * others);
        for (Away each : away) {
            charges.add(each.cause, share);
            if (each.cause == LateCause.WRAP_UP_LONG) {
                charges.wholePart(each.cause, each.member.id(), length(each.stretch), "");
            } else {
                charges.part(each.cause, each.member.id(), toMs - fromMs, each.stretch.reason());
            }
        }
    }

    /** As far as it is known by now. */
    private long length(Stretch stretch) {
        return Math.min(nowMs, stretch.toMs()) - stretch.fromMs();
    }

    private record Away(LateCause cause, Member member, Stretch stretch) {
    }

    private List<Away> away(Map<Doing, List<Member>> doing, long atMs) {
        List<Away> away = new ArrayList<>();
        doing.forEach((what, members) -> members.forEach(member -> {
            Stretch stretch = member.at(atMs);
            LateCause cause = switch (what) {
                case WRAP_UP -> length(stretch) >= LONG_WRAP_UP_MS ? LateCause.WRAP_UP_LONG : null;
                case BREAK -> LateCause.ON_BREAK;
                case MISSED -> LateCause.NOT_PICKED_UP;
                case UNREACHABLE -> LateCause.PHONES_UNREACHABLE;
                case OUT, FREE, BUSY -> null;
            };
            if (cause != null) {
                away.add(new Away(cause, member, stretch));
            }
        }));
        return away;
    }
}
