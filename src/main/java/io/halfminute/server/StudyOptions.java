package io.halfminute.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.halfminute.config.ArrivalsFile;
import io.halfminute.config.ScenarioFile;
import io.halfminute.simulation.RuleBroken;
import io.halfminute.simulation.Scenario;
import io.halfminute.study.Comparison;
import io.halfminute.study.Contest;
import io.halfminute.study.Frontier;
import io.halfminute.study.HtmlReport;
import io.halfminute.study.JsonReport;
import io.halfminute.study.Markdown;
import io.halfminute.study.Policy;
import io.halfminute.study.StaffingSearch;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What {@code simulate} does with scenarios: policies side by side, ours against the peers', the frontier, staff. */
final class StudyOptions {

    private static final int MOST_REPLICATIONS = 10_000;
    private static final List<String> CONTEST = List.of("quiet", "busy", "overload", "skills");

    @Option(names = "--scenario", split = ",", paramLabel = "FILE", description = "play this instead: a file, or one that ships: "
            + "quiet, busy, overload, skills")
    private List<String> scenarios = List.of();

    @Option(names = "--show", paramLabel = "NAME", description = "print a scenario that ships, to be changed")
    private String show;

    @Option(names = "--arrivals", paramLabel = "FILE", description = "recorded calls instead of drawn ones: CSV with the columns "
            + "time,number,patience_s,talk_s")
    private Path arrivals;

    @Option(names = "--replications", description = "days that each policy is played (default: ${DEFAULT-VALUE})",
            defaultValue = "10")
    private int replications;

    @Option(names = "--peers", description = "ours against the strategies of app_queue, mod_callcenter, TaskRouter, Genesys")
    private boolean peers;

    @Option(names = "--frontier", description = "the choice in overload: calls in time against the longest waits")
    private boolean frontier;

    @Option(names = "--staffing", paramLabel = "SHARE", description = "the fewest agents with whom this share of each queue's "
            + "calls is in time in each hour, such as 0.9")
    private Double staffing;

    @Option(names = "--most-played", description = "staffs that --staffing plays at most (default: ${DEFAULT-VALUE})",
            defaultValue = "150")
    private int mostPlayed;

    @Option(names = "--report", paramLabel = "FILE", description = "the report as one HTML page")
    private Path report;

    @Option(names = "--plot", paramLabel = "FILE", description = "the plot of --frontier as SVG")
    private Path plot;

    private final HtmlReport page = new HtmlReport();
    private final List<Object> objects = new ArrayList<>();
    private PrintWriter out;

    boolean isAsked() {
        return !scenarios.isEmpty() || show != null || peers || frontier || staffing != null || arrivals != null;
    }

    int run(CommandSpec spec, List<String> policies, long seed, String json) {
        out = json != null && json.equals("-") ? new PrintWriter(PrintWriter.nullWriter()) : spec.commandLine().getOut();
        try {
            check();
            if (show != null) {
                out.print(ScenarioFile.shipped(show));
            } else {
                List<Policy> all = policies.stream().map(Policy::named).toList();
                read().forEach(scenario -> study(scenario, all, seed));
            }
            finish(spec, json);
            return CommandLine.ExitCode.OK;
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
        } catch (RuleBroken broken) {
            spec.commandLine().getErr().printf("seed %d and on: a rule is broken%n%s%n", seed, broken.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private void check() {
        require(replications >= 1 && replications <= MOST_REPLICATIONS, "--replications " + replications + ": 1 to "
                + MOST_REPLICATIONS + " can be played");
        require(staffing == null || staffing > 0 && staffing < 1, "--staffing " + staffing
                + ": a share between 0 and 1, such as 0.9, can be reached");
        require(show == null || ScenarioFile.SHIPPED.contains(show), "--show " + show + ": there are "
                + String.join(", ", ScenarioFile.SHIPPED));
        require(mostPlayed >= 1, "--most-played " + mostPlayed + ": one staff has to be played at least");
    }

    private static void require(boolean holds, String advice) {
        if (!holds) {
            throw new IllegalArgumentException(advice);
        }
    }

    private List<Scenario> read() {
        List<String> names = !scenarios.isEmpty() ? scenarios
                : peers ? CONTEST : List.of(frontier ? "overload" : "busy");
        Stream<Scenario> all = names.stream().map(ScenarioFile::read);
        return (arrivals == null ? all : all.map(scenario -> ArrivalsFile.read(arrivals, scenario))).toList();
    }

    private void study(Scenario scenario, List<Policy> policies, long seed) {
        out.printf("%s%n%n", scenario.title());
        out.flush();
        if (staffing != null) {
            staff(scenario, seed);
        } else if (frontier) {
            Comparison drawn = Frontier.of(scenario, replications, seed);
            tell(drawn);
            String svg = Frontier.svg(drawn);
            page.add("Frontier 权衡", List.of(), svg);
            if (plot != null) {
                writeFile(plot, svg);
            }
        } else if (peers) {
            tell(Contest.of(scenario, policies, replications, seed));
        } else {
            tell(Comparison.of(scenario, policies, replications, seed));
        }
        out.flush();
    }

    private void tell(Comparison comparison) {
        out.println(Markdown.of(comparison));
        page.add(comparison);
        objects.add(JsonReport.of(comparison));
    }

    private void staff(Scenario scenario, long seed) {
        StaffingSearch.Found found = new StaffingSearch(scenario, staffing, replications, seed, mostPlayed).search();
        List<List<String>> rows = StaffingSearch.rows(found);
        out.println(Markdown.table(rows));
        out.printf("%s %d staffs played, %d days each.%n%n", found.reached() ? "Reached by each queue in each hour."
                : "Not reached everywhere: allow more with --most-played, or the groups cannot do it.", found.played(),
                replications);
        page.add("Staff 排班: " + scenario.title(), rows, "").add(found.outcome());
        objects.add(Map.of("scenario", scenario.title(), "target", staffing, "reached", found.reached(), "staff",
                found.staff(), "erlang_a", found.guess(), "outcome", JsonReport.of(found.outcome())));
    }

    private void finish(CommandSpec spec, String json) {
        if (report != null) {
            writeFile(report, page.text());
        }
        if (json != null) {
            try {
                write(spec.commandLine().getOut(), json, new ObjectMapper().writerWithDefaultPrettyPrinter()
                        .writeValueAsString(Map.of("studies", objects)) + System.lineSeparator());
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException("maps, lists, text and numbers are JSON", impossible);
            }
        }
        out.flush();
    }

    /** To the terminal for "-", else to a file. */
    static void write(PrintWriter out, String where, String text) {
        if (where.equals("-")) {
            out.print(text);
        } else {
            writeFile(Path.of(where), text);
        }
    }

    private static void writeFile(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new StartFailure("cannot write " + file + "; does its folder exist, and may it be written to?", failure);
        }
    }
}
