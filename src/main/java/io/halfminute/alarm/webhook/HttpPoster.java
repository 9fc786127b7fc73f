package io.halfminute.alarm.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;

/** Posts over HTTP; follows no redirect and reads no answer's body, so that one without an end holds nothing up. */
final class HttpPoster implements Poster {

    private final HttpClient client;
    private final URI address;
    private final String secret;
    private final Duration timeout;
    private final InstantSource clock;

    HttpPoster(HttpClient client, URI address, String secret, Duration timeout, InstantSource clock) {
        this.client = client;
        this.address = address;
        this.secret = secret;
        this.timeout = timeout;
        this.clock = clock;
    }

    @Override
    public int post(Message message, long lost) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(timeout)
                .header("Content-Type", "application/json")
                .header("User-Agent", "halfminute")
                .header("X-Halfminute-Delivery", message.id())
                .header("X-Halfminute-Lost", Long.toString(lost))
                .header("X-Halfminute-Signature", Signature.of(message.body(), secret, clock.instant().getEpochSecond()))
                .POST(HttpRequest.BodyPublishers.ofString(message.body())).build();
        HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream unread = answer.body()) {
            return answer.statusCode();
        }
    }
}
