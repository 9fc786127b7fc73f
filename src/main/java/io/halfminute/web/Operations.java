package io.halfminute.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every operation of the document with what carries it out. */
final class Operations {

    private Operations() {
    }

    static Map<String, Operation> of(Ports ports, WebSettings settings, Blocking blocking, LiveHub hub) {
        boolean secure = settings.secureCookie() || settings.tls().isPresent();
        LiveViews live = ports.live();
        Map<String, Operation> all = new HashMap<>();
        List.of(new SessionApi(ports.sessions(), blocking, ports.clock(), secure, hub).operations(),
                new AgentApi(live, ports.agents(), settings.requestTimeout().toMillis()).operations(),
                new LiveApi(live).operations(),
                new AlarmApi(ports.alarms()).operations(),
                new CallApi(ports.calls(), ports.tickets(), live, blocking, ports.clock()).operations(),
                new TicketApi(ports.tickets(), live, blocking, ports.clock()).operations(),
                new CallbackApi(ports, blocking, settings.requestTimeout().toMillis()).operations(),
                new ReportApi(ports, blocking).operations(),
                new ReferenceApi(ports.brands(), ports.pauseReasons()).operations()).forEach(all::putAll);
        return all;
    }
}
