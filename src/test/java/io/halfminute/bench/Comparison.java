package io.halfminute.bench;

import io.halfminute.bench.RealBench.Run;
import java.util.List;
import java.util.function.ToLongFunction;

/** The figures of both sides, from the logs of the telephones and what was read of the processors. */
record Comparison(List<SipMessage> phones, Run ourCrowd, Run ourArrivals, Run theirCrowd, Run theirArrivals) {

    List<Figure> figures() {
        return List.of(
                new Figure("idle_to_ring", "ms", idle(ourCrowd), idle(theirCrowd)),
                new Figure("arrival_to_ring", "ms", arrival(ourArrivals), arrival(theirArrivals)),
                processor("cpu_per_call", sample -> sample.asterisk() + sample.server(), ourCrowd, theirCrowd),
                processor("cpu_per_call_asterisk", Load.Sample::asterisk, ourCrowd, theirCrowd),
                oursAlone("cpu_per_call_server", Load.Sample::server, ourCrowd),
                oursAlone("cpu_per_call_database", Load.Sample::database, ourCrowd),
                processor("cpu_per_arrival", sample -> sample.asterisk() + sample.server(), ourArrivals, theirArrivals),
                processor("cpu_per_arrival_asterisk", Load.Sample::asterisk, ourArrivals, theirArrivals),
                oursAlone("cpu_per_arrival_server", Load.Sample::server, ourArrivals),
                oursAlone("cpu_per_arrival_database", Load.Sample::database, ourArrivals));
    }

    /** Our crowd's figures, with nobody to compare them with. */
    static List<Figure> ofOurs(List<SipMessage> phones, Run crowd) {
        Load load = crowd.load();
        return List.of(new Figure("idle_to_ring", "ms", Stats.ofMicros(Delays.idleToRing(phones, load.span())), null),
                new Figure("cpu_per_call", "ms", load.perCall(phones, sample -> sample.asterisk() + sample.server()), null),
                new Figure("cpu_per_call_asterisk", "ms", load.perCall(phones, Load.Sample::asterisk), null),
                new Figure("cpu_per_call_server", "ms", load.perCall(phones, Load.Sample::server), null),
                new Figure("cpu_per_call_database", "ms", load.perCall(phones, Load.Sample::database), null));
    }

    private Stats idle(Run run) {
        return Stats.ofMicros(Delays.idleToRing(phones, run.load().span()));
    }

    private Stats arrival(Run run) {
        return Stats.ofMicros(Delays.arrivalToRing(SipLog.read(run.callers()), phones, run.load().span()));
    }

    private Figure processor(String name, ToLongFunction<Load.Sample> what, Run ours, Run theirs) {
        return new Figure(name, "ms", ours.load().perCall(phones, what),
                theirs.load().perCall(phones, Load.Sample::asterisk));
    }

    private Figure oursAlone(String name, ToLongFunction<Load.Sample> what, Run ours) {
        return new Figure(name, "ms", ours.load().perCall(phones, what), null);
    }
}
