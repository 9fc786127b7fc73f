package io.halfminute.demo;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Who plays, where, and how often they call.
 *
 * @param work           for scenarios and lists; files in it are overwritten
 * @param api            the server's address, without a path
 * @param pbx            where SIP is spoken, {@code HOST:PORT}
 * @param callersAddress the callers' own address, by which the PBX knows the trunk
 * @param phonesAddress  the desk phones' own address
 * @param numbers        that callers dial, in turn
 * @param callEvery      between two calls
 * @param breaks         reasons for a pause that agents give
 * @param seed           of the players' chance; SIPp's own is not ours to choose
 */
public record DemoSettings(Path work, URI api, String pbx, String callersAddress, String phonesAddress,
                           List<String> numbers, Duration callEvery, List<DemoAgent> agents, List<String> breaks,
                           long seed) {

    public DemoSettings {
        numbers = List.copyOf(numbers);
        agents = List.copyOf(agents);
        breaks = List.copyOf(breaks);
    }
}
