package io.halfminute.why;

import io.halfminute.agent.AgentId;
import io.halfminute.queue.Circle;
import io.halfminute.queue.SkillDemand;
import io.halfminute.why.LateReason.Part;
import io.halfminute.why.Watched.Rang;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the time of one call was charged to, in {@link LateReason}s. */
final class Reasons {

    /** What cost less is not worth telling, beside another. */
    private static final long LEAST_TOLD_MS = 500;
    private static final int MOST_REASONS = 6;
    /** What somebody who is free needs to pick up. */
    private static final long PICK_UP_MS = 5_000;

    private final Watched call;
    private final Crew crew;
    private final List<Member> able;
    private final Charges charges;
    private final InLine line;
    private final long lateMs;

    /**
     * @param able   who could have taken the call
     * @param lateMs as in {@link Lateness#lateMs}
     */
    Reasons(Watched call, Crew crew, List<Member> able, Charges charges, InLine line, long lateMs) {
        this.call = call;
        this.crew = crew;
        this.able = able;
        this.charges = charges;
        this.line = line;
        this.lateMs = lateMs;
    }

    /** The costliest first, but before all one without which the call would have been in time for certain; at least one. */
    List<LateReason> told() {
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
            case NOT_PICKED_UP -> call.rings.stream().anyMatch(rang -> rang.outcome() != null && rang.cause() == cause
                    && rang.fromMs() <= earlyEnoughMs);
            case RING_OPENED_LATE, NAMED_AGENT_WAITED -> line.asideSinceMs(cause) <= earlyEnoughMs
                    && charges.cost(cause) >= LEAST_TOLD_MS && !isCertain(LateCause.NOT_PICKED_UP);
            default -> false;
        };
    }

    private LateReason reason(LateCause cause) {
        List<Part> parts = charges.parts(cause);
        Optional<SkillDemand> skill = skill(cause);
        boolean allBusy = cause == LateCause.ALL_BUSY;
        return new LateReason(cause, charges.cost(cause),
                parts.subList(0, Math.min(parts.size(), LateReason.MOST_PARTS)),
                skill.map(SkillDemand::skill).orElse(null), skill.map(SkillDemand::least).orElse(0),
                allBusy ? line.busy() : parts.size(), calls(cause), allBusy ? call.aheadMs : 0, withinMs(cause),
                saves(cause), detail(cause));
    }

    private Optional<SkillDemand> skill(LateCause cause) {
        return switch (cause) {
            case NOBODY_WITH_SKILL -> missing();
            case ALL_BUSY -> asked();
            default -> Optional.empty();
        };
    }

    private int calls(LateCause cause) {
        return switch (cause) {
            case ALL_BUSY -> Math.max(0, call.ahead);
            case QUEUE_ORDER -> call.overtakenBy;
            default -> 0;
        };
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
            case NOT_PICKED_UP -> call.rings.stream().filter(rang -> rang.cause() == cause).mapToLong(Rang::fromMs).min()
                    .stream().map(fromMs -> call.deadlineMs - fromMs).findFirst().orElse(0);
            case WRAP_UP_LONG -> soonerMs();
            case LONG_FLOW -> Math.max(0, lateMs);
            default -> 0;
        };
    }

    /** By how much the wrap-up that ended first ended too late for somebody to pick up in time; 0 while none has ended. */
    private long soonerMs() {
        Set<AgentId> wrapped = charges.parts(LateCause.WRAP_UP_LONG).stream().map(Part::agent).collect(Collectors.toSet());
        long firstEndMs = able.stream().filter(member -> wrapped.contains(member.id()))
                .mapToLong(this::endOfWrapUp).min().orElse(Long.MAX_VALUE);
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
