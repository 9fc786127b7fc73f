package io.halfminute.alarm.webhook;

import io.halfminute.alarm.AlarmChange;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** Tells alarms to every configured address. */
public final class Webhooks implements AutoCloseable {

    private static final long NANOS_PER_MS = 1_000_000;

    private final HttpClient client;
    private final List<Courier> couriers;
    private final List<Thread> threads;
    private final String node;
    private final long startedMs;

    /**
     * @param secret signs each message
     * @param node   which server speaks; may be empty
     */
    public Webhooks(List<URI> addresses, String secret, String node, WebhookLimits limits, InstantSource clock) {
        this.node = node;
        this.startedMs = clock.millis();
        this.client = HttpClient.newBuilder().connectTimeout(limits.timeout()).version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER).build();
        this.couriers = addresses.stream().map(address -> new Courier("The webhook at " + address.getHost(), limits,
                new HttpPoster(client, address, secret, limits.timeout(), clock), () -> System.nanoTime() / NANOS_PER_MS)).toList();
        this.threads = couriers.stream().map(courier -> Thread.ofVirtual().name("webhook").start(courier::run)).toList();
    }

    /** Returns at once. */
    public void tell(AlarmChange change) {
        String id = Stream.of(node, Long.toString(startedMs), Long.toString(change.number())).filter(part -> !part.isEmpty())
                .reduce((one, next) -> one + "-" + next).orElseThrow();
        Message message = new Message(id, AlarmJson.of(change, id, node));
        couriers.forEach(courier -> courier.add(message));
    }

    /** Messages that wait, of all addresses. */
    public long waiting() {
        return couriers.stream().mapToLong(Courier::waiting).sum();
    }

    /** Messages that were given up so far. */
    public long lost() {
        return couriers.stream().mapToLong(Courier::lost).sum();
    }

    /** What waits is given up: whoever starts next raises its own alarms. */
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        client.shutdownNow();
    }
}
