package io.halfminute.config;

/**
 * Where pages and API are served.
 *
 * @param address        loopback unless a reverse proxy or the operator says otherwise
 * @param mostBodyBytes  a larger request is refused
 * @param mostWebSockets browsers connected at the same time; more are refused
 * @param secureCookies  cookies only over HTTPS; to be set behind a proxy that speaks it
 */
public record HttpConfig(String address, int port, int mostBodyBytes, int mostWebSockets, boolean secureCookies) {

    static HttpConfig read(Section section) {
        return section.finish(new HttpConfig(
                section.get("address", "127.0.0.1", Values.host()),
                section.get("port", 8080, Values.port()),
                section.get("most-body-bytes", 65_536, Values.integer(1_024, 16_777_216)),
                section.get("most-web-sockets", 500, Values.integer(1, 100_000)),
                section.get("secure-cookies", false, Values.flag())));
    }
}
