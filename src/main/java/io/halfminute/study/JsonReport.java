package io.halfminute.study;

import io.halfminute.queue.ServiceLevel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A comparison as maps and lists, to be written as JSON. */
public final class JsonReport {

    private JsonReport() {
    }

    /** Every figure of every policy with its interval, and what the first has over the others. */
    public static Map<String, Object> of(Comparison comparison) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("scenario", comparison.scenario().title());
        report.put("seed", comparison.seed());
        report.put("replications", comparison.replications());
        report.put("in_time", ServiceLevel.OF_ALL_CALLS.formula());
        List<String> policies = List.copyOf(comparison.days().keySet());
        report.put("policies", policies.stream().map(policy -> policy(comparison, policies.getFirst(), policy)).toList());
        return report;
    }

    private static Map<String, Object> policy(Comparison comparison, String first, String policy) {
        Map<String, Object> figures = new LinkedHashMap<>();
        new TreeSet<>(comparison.figures("")).forEach(name -> figures.put(name, estimate(comparison.estimate(policy, name))));
        return Map.of("policy", policy, "figures", figures, "in_time_behind_first",
                estimate(comparison.difference(first, policy, Figures.IN_TIME)));
    }

    /** What is not known is null, since JSON has no other word for it. */
    static Map<String, Object> estimate(Estimate estimate) {
        Map<String, Object> both = new LinkedHashMap<>();
        both.put("mean", Double.isFinite(estimate.mean()) ? estimate.mean() : null);
        both.put("half_width_95", Double.isFinite(estimate.halfWidth()) ? estimate.halfWidth() : null);
        return both;
    }
}
