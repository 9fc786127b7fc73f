package io.halfminute.pbx.asterisk;

import java.io.IOException;
import org.asteriskjava.manager.EventTimeoutException;
import org.asteriskjava.manager.ManagerConnection;
import org.asteriskjava.manager.ResponseEvents;
import org.asteriskjava.manager.SendActionCallback;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.EventGeneratingAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.response.ManagerResponse;

/** The one way by which actions reach Asterisk: none unchecked. */
final class Gateway {

    private final ManagerConnection connection;
    private final ActionCheck check;
    private final AsteriskSettings.Limits limits;

    Gateway(ManagerConnection connection, AsteriskSettings.Limits limits) {
        this.connection = connection;
        this.limits = limits;
        this.check = new ActionCheck(limits.maxValueLength());
    }

    /** Sends and returns; the answer comes to the callback, on asterisk-java's thread. */
    void send(ManagerAction action, SendActionCallback callback) throws IOException {
        check.check(action);
        connection.sendAction(action, callback);
    }

    /** Sends and waits for the answer. Never on the thread that delivers events: it would wait for itself. */
    ManagerResponse ask(ManagerAction action) throws IOException, TimeoutException {
        check.check(action);
        return connection.sendAction(action, limits.responseTimeoutMs());
    }

    /** Sends and waits for the whole list. */
    ResponseEvents list(EventGeneratingAction action) throws IOException, EventTimeoutException {
        check.check(action);
        return connection.sendEventGeneratingAction(action, limits.listTimeoutMs());
    }
}
