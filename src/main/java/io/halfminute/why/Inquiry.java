package io.halfminute.why;

import io.halfminute.queue.Circle;
import io.halfminute.queue.SkillDemand;
import io.halfminute.why.LateReason.Part;
import io.halfminute.why.Watched.Rang;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Charges every second of one call until its deadline, and puts the result into reasons. */
final class Inquiry {

    /** What cost less is not worth telling, beside another. */
    private static final long LEAST_TOLD_MS = 500;
    private static final int MOST_REASONS = 6;
    /** What somebody who is free needs to pick up. */
    private static final long PICK_UP_MS = 5_000;

    private final Watched call;
    private final Crew crew;
    private final List<Member> able;
    private final Charges charges = new Charges();
    private final InLine line;
    private final long lateMs;

    private Inquiry(Watched call, Crew crew, Links links, long lateMs, long nowMs) {
        this.call = call;
        this.crew = crew;
        this.able = crew.able(call.search);
        this.line = new InLine(call, able, links, charges, nowMs);
        this.lateMs = lateMs;
    }

    /** @param lateMs as in {@link Lateness#lateMs} */
    static Lateness into(Watched call, Crew crew, Links links, long lateMs, long nowMs) {
        Inquiry inquiry = new Inquiry(call, crew, links, lateMs, nowMs);
        inquiry.charge();
        return new Lateness(lateMs, inquiry.reasons());
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
            LateCause cause = cause(each);
            charges.add(cause, (toMs - fromMs) * (ms / rang));
            charges.part(cause, each.agent(), ms, each.outcome() == null ? "" : each.outcome().name());
        }
    }

    private static long within(Rang rang, long fromMs, long toMs) {
        return Math.min(toMs, rang.toMs()) - Math.max(fromMs, rang.fromMs());
    }

    private static LateCause cause(Rang rang) {
        if (rang.outcome() == null) {
            return LateCause.NOT_PICKED_UP;
        }
        return switch (rang.outcome()) {
            case UNREACHABLE -> LateCause.PHONES_UNREACHABLE;
            case FAILED, WITHDRAWN -> LateCause.PBX_OR_LINK;
            default -> LateCause.NOT_PICKED_UP;
        };
    }

    private List<LateReason> reasons() {
        List<LateReason> reasons = new ArrayList<>();
        List<LateCause> causes = new ArrayList<>(charges.ordered());
        causes.sort(Comparator.comparing(cause -> !isCertain(cause)));
        for (LateCause cause : causes) {
            if (reasons.isEmpty() || charges.cost(cause) >= LEAST_TOLD_MS && reasons.size() < MOST_REASONS) {
                reasons.add(reason(cause));
            }
        }
        if (reasons.isEmpty()) {
            charges.add(LateCause.UNSEEN, call.deadlineMs - call.arrivedMs);
            reasons.add(reason(LateCause.UNSEEN));
        }
        return reasons;
    }

    /**
     * Somebody had been chosen for it, or would have been, early enough: without this it would have been in time. Where a
     * phone rang early enough all the same it was that nobody picked up.
     */
    private boolean isCertain(LateCause cause) {
        long earlyEnoughMs = call.deadlineMs - PICK_UP_MS;
        return switch (cause) {
            case QUEUE_ORDER -> call.overtakenMs <= earlyEnoughMs;
            case NOT_PICKED_UP -> call.rings.stream().anyMatch(rang -> rang.outcome() != null && cause(rang) == cause
                    && rang.fromMs() <= earlyEnoughMs);
            case RING_OPENED_LATE, NAMED_AGENT_WAITED -> line.asideSinceMs(cause) <= earlyEnoughMs
                    && charges.cost(cause) >= LEAST_TOLD_MS && !isCertain(LateCause.NOT_PICKED_UP);
            default -> false;
        };
    }

    private LateReason reason(LateCause cause) {
        List<Part> parts = charges.parts(cause);
        Optional<SkillDemand> skill = cause == LateCause.NOBODY_WITH_SKILL ? missing() : asked();
        boolean tellsSkill = cause == LateCause.NOBODY_WITH_SKILL || cause == LateCause.ALL_BUSY;
        int agents = cause == LateCause.ALL_BUSY ? line.busy() : parts.size();
        int calls = switch (cause) {
            case ALL_BUSY -> Math.max(0, call.ahead);
            case QUEUE_ORDER -> call.overtakenBy;
            default -> 0;
        };
        return new LateReason(cause, charges.cost(cause),
                parts.subList(0, Math.min(parts.size(), LateReason.MOST_PARTS)),
                tellsSkill ? skill.map(SkillDemand::skill).orElse(null) : null,
                tellsSkill ? skill.map(SkillDemand::least).orElse(0) : 0, agents, calls,
                cause == LateCause.ALL_BUSY ? call.aheadMs : 0, withinMs(cause),
                saves(cause), detail(cause));
    }

    private Boolean saves(LateCause cause) {
        if (isCertain(cause)) {
            return true;
        }
        return lateMs < 0 ? null : charges.cost(cause) >= lateMs;
    }

    private String detail(LateCause cause) {
        return switch (cause) {
            case PBX_OR_LINK -> call.rings.stream().map(Rang::raw).filter(raw -> !raw.isEmpty())
                    .reduce("", (_, last) -> last);
            case RING_OPENED_LATE -> line.closedRing();
            default -> "";
        };
    }

    private long withinMs(LateCause cause) {
        return switch (cause) {
            case NOT_PICKED_UP -> call.rings.stream().filter(rang -> cause(rang) == cause).mapToLong(Rang::fromMs).min()
                    .stream().map(fromMs -> call.deadlineMs - fromMs).findFirst().orElse(0);
            case WRAP_UP_LONG -> soonerMs();
            case LONG_FLOW -> Math.max(0, lateMs);
            default -> 0;
        };
    }

    /** By how much the wrap-up that ended first ended too late for somebody to pick up in time; 0 while none has ended. */
    private long soonerMs() {
        long firstEndMs = able.stream()
                .filter(member -> charges.parts(LateCause.WRAP_UP_LONG).stream()
                        .anyMatch(part -> part.agent().equals(member.id())))
                .mapToLong(member -> endOfWrapUp(member)).min().orElse(Long.MAX_VALUE);
        return firstEndMs == Long.MAX_VALUE ? 0 : Math.max(0, firstEndMs - (call.deadlineMs - PICK_UP_MS));
    }

    private long endOfWrapUp(Member member) {
        Member.Stretch stretch = member.at(call.deadlineMs - 1);
        return stretch == null || stretch.doing() != Doing.WRAP_UP ? Long.MAX_VALUE : stretch.toMs();
    }

    private Optional<SkillDemand> asked() {
        return widest().demands().stream().filter(demand -> demand.least() > SkillDemand.LIKED).findFirst();
    }

    /** What nobody at work had; where each alone was there and not together, the first that was asked for. */
    private Optional<SkillDemand> missing() {
        List<Member> there = crew.all().stream().filter(this::isAtWork).toList();
        return widest().demands().stream()
                .filter(demand -> there.stream().noneMatch(member -> has(member, demand))).findFirst().or(this::asked);
    }

    private boolean isAtWork(Member member) {
        Member.Stretch stretch = member.at(call.deadlineMs - 1);
        return stretch != null && stretch.doing() != Doing.OUT;
    }

    private static boolean has(Member member, SkillDemand demand) {
        return new Circle(List.of(demand)).has(member.profile());
    }

    private Circle widest() {
        return call.search.widest();
    }
}
