package io.halfminute.bench;

import io.halfminute.testing.Sipp;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Real calls through a real Asterisk to our hotline and to app_queue, measured at the telephones. */
@Command(name = "bench", mixinStandardHelpOptions = true, sortOptions = false,
        description = "The benchmarks, side by side with app_queue on the same Asterisk.")
public final class RealBench implements Callable<Integer> {

    private static final int RAMP_MS = 3_000;
    private static final int REHEARSAL_S = 30;
    private static final int MOST_PER_SECOND = 100;
    /** Talks last two seconds, so two agents in five are busy: somebody is always idle. */
    private static final double ARRIVALS_PER_AGENT = 0.2;

    @Option(names = "--json", paramLabel = "FILE", description = "writes the figures there")
    private Path json;

    @Option(names = "--seconds", defaultValue = "30", description = "length of each of the four loads (${DEFAULT-VALUE})")
    private int seconds;

    @Option(names = "--agents", defaultValue = "50", description = "phones that answer (${DEFAULT-VALUE})")
    private int agents;

    @Option(names = "--waiting", defaultValue = "20", description = "callers more than agents (${DEFAULT-VALUE})")
    private int waiting;

    @Option(names = "--warm-up", defaultValue = "20", description = "seconds of calls before the first load (${DEFAULT-VALUE})")
    private int warmUp;

    @Option(names = "--quick", description = "our crowd alone: to compare two states of the code")
    private boolean quick;

    @Option(names = "--rehearse", hidden = true, description = "calls from which the server's JVM learns; nothing is measured")
    private boolean rehearse;

    public static void main(String[] args) {
        System.exit(new CommandLine(new RealBench()).execute(args));
    }

    @Override
    public Integer call() {
        if (rehearse) {
            rehearse();
            return CommandLine.ExitCode.OK;
        }
        Report report = new Report(System.out);
        List<Figure> figures = new ArrayList<>(calls(report));
        if (!quick) {
            figures.addAll(DayOnVirtualClock.figures());
        }
        report.print(figures);
        if (json != null) {
            Report.write(figures, json);
        }
        return CommandLine.ExitCode.OK;
    }

    private void rehearse() {
        try (Bed bed = Bed.start(agents)) {
            bed.beginOurs();
            crowd(bed, "rehearsal", Bed.OURS, REHEARSAL_S);
        }
    }

    private List<Figure> calls(Report report) {
        report.machine();
        try (Bed bed = Bed.start(agents)) {
            report.say(bed.versions());
            bed.beginOurs();
            crowd(bed, "warm-up", Bed.OURS, warmUp);
            Run ourCrowd = crowd(bed, "ours-crowd", Bed.OURS, seconds);
            return quick ? Comparison.ofOurs(read(bed, report, ourCrowd), ourCrowd) : all(bed, report, ourCrowd);
        }
    }

    private List<Figure> all(Bed bed, Report report, Run ourCrowd) {
        Run ourArrivals = arrivals(bed, "ours-arrivals", Bed.OURS);
        bed.changeToAppQueue();
        Run theirCrowd = crowd(bed, "app-queue-crowd", Bed.APP_QUEUE, seconds);
        Run theirArrivals = arrivals(bed, "app-queue-arrivals", Bed.APP_QUEUE);
        List<SipMessage> phones = read(bed, report, ourCrowd, theirCrowd, ourArrivals, theirArrivals);
        return new Comparison(phones, ourCrowd, ourArrivals, theirCrowd, theirArrivals).figures();
    }

    private static List<SipMessage> read(Bed bed, Report report, Run... runs) {
        List<SipMessage> phones = SipLog.read(bed.phoneLog());
        report.loads(phones, List.of(runs));
        return phones;
    }

    /** More callers than agents, all the time. */
    private Run crowd(Bed bed, String name, String dialled, int length) {
        return run(bed, name, dialled, MOST_PER_SECOND, agents + waiting, length);
    }

    /** Callers at a steady pace, and always an idle agent. */
    private Run arrivals(Bed bed, String name, String dialled) {
        return run(bed, name, dialled, agents * ARRIVALS_PER_AGENT, agents, seconds);
    }

    /** @param callers what they sent and received */
    record Run(String name, Load load, Path callers) {
    }

    private static Run run(Bed bed, String name, String dialled, double perSecond, int atOnce, int seconds) {
        String before = Processor.load();
        try (Sipp callers = bed.callers(name, dialled, perSecond, atOnce)) {
            Load.pause(RAMP_MS);
            Run run = new Run(name, Load.watch(bed, before, seconds), callers.messageFile());
            callers.close();
            bed.hangUpAll();
            return run;
        }
    }
}
