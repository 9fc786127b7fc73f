package io.halfminute.forecast;

import io.halfminute.agent.PauseReason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What acts have in common. */
final class Acts {

    /** So many are tried at most. */
    static final int MOST = 12;
    private static final int REASONS = 3;

    private Acts() {
    }

    static Picture queues(Picture before, UnaryOperator<Picture.Queue> change) {
        return new Picture(before.nowMs(), before.queues().stream().map(change).toList(), before.agents(), before.calls(),
                before.classes(), before.postponeLateMs(), before.leavesPerMs(), before.absence());
    }

    /** So many of those who do this are free after so long: first those who would do it for longest. */
    static Picture freed(Picture before, Picture.Doing.What what, String reason, int count, int inMs) {
        List<Picture.Agent> agents = new ArrayList<>(before.agents());
        IntStream.range(0, agents.size()).boxed().filter(i -> does(agents.get(i), what, reason))
                .sorted(Comparator.comparingLong(i -> agents.get(i).elapsedMs())).limit(count)
                .forEach(i -> agents.set(i, agents.get(i).freeAfter(inMs)));
        return new Picture(before.nowMs(), before.queues(), agents, before.calls(), before.classes(),
                before.postponeLateMs(), before.leavesPerMs(), before.absence());
    }

    private static boolean does(Picture.Agent agent, Picture.Doing.What what, String reason) {
        return agent.doing().what() == what && agent.doing().reason().equals(reason);
    }

    static List<Act> endings(Picture picture) {
        int all = count(picture, Picture.Doing.What.WRAP_UP, "");
        return steps(all).stream().<Act>map(Act.EndWrapUps::new).toList();
    }

    /** Nobody can be called back from a phone that is not there. */
    static List<Act> callings(Picture picture, int inMs) {
        List<Act> acts = new ArrayList<>();
        reasons(picture).stream().limit(REASONS).forEach(reason ->
                steps(count(picture, Picture.Doing.What.PAUSED, reason))
                        .forEach(agents -> acts.add(new Act.CallBack(reason, agents, inMs))));
        return acts;
    }

    /** Those for which most agents are away first. */
    private static List<String> reasons(Picture picture) {
        return picture.agents().stream().map(Picture.Agent::doing)
                .filter(doing -> doing.what() == Picture.Doing.What.PAUSED)
                .map(Picture.Doing::reason)
                .filter(reason -> !reason.equals(PauseReason.PHONE_UNREACHABLE.code()))
                .collect(Collectors.groupingBy(reason -> reason, TreeMap::new, Collectors.counting()))
                .entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(Map.Entry::getKey).toList();
    }

    private static int count(Picture picture, Picture.Doing.What what, String reason) {
        return (int) picture.agents().stream().filter(agent -> does(agent, what, reason)).count();
    }

    /** One, half of them, all. */
    private static Set<Integer> steps(int all) {
        Set<Integer> steps = new TreeSet<>();
        if (all > 0) {
            steps.add(1);
            steps.add((all + 1) / 2);
            steps.add(all);
        }
        return steps;
    }
}
