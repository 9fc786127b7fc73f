package io.halfminute.why;

import io.halfminute.agent.AgentId;
import io.halfminute.why.Member.Stretch;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Charges the time that a caller stood in line. It is cut where somebody who could have taken the call began to do something
 * else; each slice is charged to the first of these that holds:
 * <ol>
 * <li>the link to the PBX was down;
 * <li>nobody who could have taken the call was signed in;
 * <li>somebody was free: he stood aside after he had refused, the caller waited for another who knows the case, or his ring
 *     was not yet open;
 * <li>a later call had been given an agent who could have taken this one, for this one waited for the agent who knows the case or
 *     for his ring to open;
 * <li>a later call had been given such an agent all the same;
 * <li>agents were away who could have been there (on a break, in a long wrap-up, without phone, not picking up): all of it, if
 *     there were more of them than callers before this one, else their part of all who could have taken the call;
 * <li>the others were busy.
 * </ol>
 */
final class InLine {

    /** Wrap-up that has lasted this long is no longer part of a usual call. */
    static final long LONG_WRAP_UP_MS = 60_000;

    private final Watched call;
    private final List<Member> able;
    private final Links links;
    private final Charges charges;
    private final long nowMs;
    private final Map<LateCause, Long> asideSinceMs = new EnumMap<>(LateCause.class);
    private String closedRing = "";
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

    /** When for the first time somebody was free, or given to a later call, and this was why; {@link Long#MAX_VALUE} if never. */
    long asideSinceMs(LateCause cause) {
        return asideSinceMs.getOrDefault(cause, Long.MAX_VALUE);
    }

    /** The first ring in which somebody was free before it opened; empty if there is none. */
    String closedRing() {
        return closedRing;
    }

    void charge(long fromMs, long toMs) {
        long from = fromMs;
        for (long cut : new Cuts(fromMs, toMs).of(able).of(links).of(call).inOrder()) {
            slice(from, cut);
            from = cut;
        }
    }

    private void slice(long fromMs, long toMs) {
        if (links.isDown(fromMs)) {
            charges.add(LateCause.PBX_OR_LINK, toMs - fromMs);
            return;
        }
        Map<Doing, List<Member>> doing = doing(fromMs);
        List<Aside> aside = aside(doing.getOrDefault(Doing.FREE, List.of()), fromMs);
        if (doing.isEmpty()) {
            boolean known = able.stream().allMatch(member -> member.knownSinceMs() <= fromMs);
            charges.add(known ? LateCause.NOBODY_WITH_SKILL : LateCause.UNSEEN, toMs - fromMs);
        } else if (!aside.isEmpty()) {
            aside.forEach(each -> chargeAside(each, aside.size(), fromMs, toMs));
        } else if (call.passed != null && call.passed.atMs() <= fromMs) {
            chargePassed(call.passed, toMs - fromMs);
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

    /** Somebody who was free and why he did not get the call; {@code part} has a part in that, he or who was waited for. */
    private record Aside(LateCause cause, AgentId part, String what) {
    }

    /** Who is free and asked for is chosen in the same moment, so that nothing is to be said of him. */
    private List<Aside> aside(List<Member> free, long atMs) {
        return free.stream().map(member -> aside(member, atMs)).flatMap(Optional::stream).toList();
    }

    /** The words are those of the machine when it makes somebody ready whom it then spares. */
    private Optional<Aside> aside(Member member, long atMs) {
        String reason = member.at(atMs).reason();
        return switch (reason) {
            case "refused", "busy" -> Optional.of(new Aside(LateCause.NOT_PICKED_UP, member.id(), reason));
            case "offer-failed" -> Optional.of(new Aside(LateCause.PBX_OR_LINK, member.id(), reason));
            default -> notAskedFor(member, atMs);
        };
    }

    private Optional<Aside> notAskedFor(Member member, long atMs) {
        AgentId named = call.search.namedAt(atMs);
        if (named != null && !named.equals(member.id())) {
            return Optional.of(new Aside(LateCause.NAMED_AGENT_WAITED, named, ""));
        }
        String ring = call.search.closedRingOf(member.profile(), atMs);
        if (ring != null && closedRing.isEmpty()) {
            closedRing = ring;
        }
        return Optional.ofNullable(ring).map(_ -> new Aside(LateCause.RING_OPENED_LATE, member.id(), ""));
    }

    private void chargeAside(Aside aside, int all, long fromMs, long toMs) {
        asideSinceMs.putIfAbsent(aside.cause, fromMs);
        charges.add(aside.cause, (double) (toMs - fromMs) / all);
        long partMs = aside.cause == LateCause.NAMED_AGENT_WAITED ? (toMs - fromMs) / all : toMs - fromMs;
        charges.part(aside.cause, aside.part, partMs, aside.what);
    }

    private void chargePassed(Watched.Passed passed, long ms) {
        asideSinceMs.putIfAbsent(passed.cause(), passed.atMs());
        closedRing = closedRing.isEmpty() ? passed.ring() : closedRing;
        charges.add(passed.cause(), ms);
        charges.part(passed.cause(), passed.part(), ms, "");
    }

    private void nobodyFree(Map<Doing, List<Member>> doing, long fromMs, long toMs) {
        List<Away> away = away(doing, fromMs);
        int atWork = doing.values().stream().mapToInt(List::size).sum() - away.size();
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
