package io.halfminute.demo;

import java.io.IOException;
import java.util.List;

/** Everybody who calls: one SIPp that begins a call every few seconds. It is started again when it has ended. */
final class Callers implements AutoCloseable {

    /** At the same time; there are eight agents. */
    private static final int MOST = 30;

    private final DemoSettings settings;
    private final Props props;
    private Sipp sipp;
    private boolean closed;

    Callers(DemoSettings settings, Props props) {
        this.settings = settings;
        this.props = props;
    }

    /** Starts it if it does not run; called every two seconds. */
    synchronized void look() throws IOException {
        if (closed || sipp != null && sipp.isAlive()) {
            return;
        }
        sipp = Sipp.start(props.folder(), settings.pbx(), settings.callersAddress(), Sipp.freePort(settings.callersAddress()),
                List.of("-sf", "caller.xml", "-inf", props.list("callers"), "-r", "1", "-rp",
                        Long.toString(settings.callEvery().toMillis()), "-l", Integer.toString(MOST)));
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (sipp != null) {
            sipp.close();
        }
    }
}
