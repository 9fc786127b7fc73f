package io.halfminute.pbx.asterisk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.DefaultManagerConnection;
import org.asteriskjava.manager.ManagerConnection;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.GetVarAction;
import org.asteriskjava.manager.action.PingAction;
import org.asteriskjava.manager.action.PlayDtmfAction;
import org.asteriskjava.manager.action.QueueStatusAction;
import org.asteriskjava.manager.action.StatusAction;
import org.asteriskjava.manager.event.DisconnectEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.QueueMemberEvent;
import org.asteriskjava.manager.event.ResponseEvent;
import org.asteriskjava.manager.event.StatusEvent;
import org.asteriskjava.manager.response.ManagerResponse;
import org.asteriskjava.manager.response.PingResponse;

/**
 * One pair of connections, from login to loss; a new one is made for each attempt. asterisk-java, which acts, would reconnect by
 * itself, endlessly and without saying what was missed, so a connection that is lost is closed for good.
 */
final class Link implements AutoCloseable {

    private final AsteriskSettings settings;
    private final Hearing hearing;
    private final ManagerConnection actions;
    private final Gateway acting;

    /**
     * @param onEvent what Asterisk tells; called on the thread that reads, must return at once
     * @param onLost  why the link is gone; likewise
     */
    Link(AsteriskSettings settings, Consumer<ManagerEvent> onEvent, Consumer<String> onLost) {
        this.settings = settings;
        hearing = new Hearing(settings, onEvent, onLost);
        actions = connection(settings.actions());
        acting = new Gateway(actions, settings.limits());
        actions.registerUserEventClass(DeviceStateEvent.class);
        actions.registerUserEventClass(DeviceStateListCompleteEvent.class);
        actions.registerUserEventClass(NoteEvent.class);
        actions.registerUserEventClass(NotesCompleteEvent.class);
        actions.addEventListener(event -> {
            if (event instanceof DisconnectEvent) {
                onLost.accept("the connection for actions was lost");
            }
        });
    }

    private DefaultManagerConnection connection(AsteriskSettings.Login login) {
        DefaultManagerConnection connection = new DefaultManagerConnection(settings.host(), settings.port(),
                login.user(), login.secret());
        connection.setSocketTimeout(settings.limits().connectTimeoutMs());
        // Half-open: both sides are pinged, so a connection that says nothing for so long is dead.
        connection.setSocketReadTimeout(settings.limits().silenceLimitMs());
        connection.setDefaultResponseTimeout(settings.limits().responseTimeoutMs());
        return connection;
    }

    void open() throws IOException, AuthenticationFailedException, TimeoutException {
        hearing.open();
        actions.login();
    }

    Gateway acting() {
        return acting;
    }

    /** Keeps both connections lively and reads the PBX's clock, in milliseconds. */
    long ping() throws IOException, TimeoutException {
        hearing.ping();
        if (acting.ask(new PingAction()) instanceof PingResponse pong && pong.getTimestamp() != null) {
            return (long) (Double.parseDouble(pong.getTimestamp()) * 1000);
        }
        throw new IOException("Asterisk's answer to a ping has no time in it");
    }

    /** A global variable of the dialplan as a number; 0 if there is none. */
    long global(String name) throws IOException, TimeoutException {
        return EventMapper.number(text(name));
    }

    /** The same as text; null if there is none. */
    String text(String name) throws IOException, TimeoutException {
        ManagerResponse response = acting.ask(new GetVarAction(name));
        return response.getAttribute("value");
    }

    List<StatusEvent> channels() throws IOException, TimeoutException {
        StatusAction action = new StatusAction();
        action.setVariables(Channels.VARIABLES);
        return ofClass(StatusEvent.class, acting.list(action).getEvents());
    }

    /** The interfaces in the fallback queue. */
    List<String> members(String queue) throws IOException, TimeoutException {
        QueueStatusAction action = new QueueStatusAction();
        action.setQueue(queue);
        return ofClass(QueueMemberEvent.class, acting.list(action).getEvents()).stream()
                .map(QueueMemberEvent::getLocation).toList();
    }

    /** Every device with its state. */
    Map<String, String> devices() throws IOException, TimeoutException {
        return ofClass(DeviceStateEvent.class, acting.list(new DeviceStateListAction()).getEvents()).stream()
                .collect(Collectors.toMap(DeviceStateEvent::device, DeviceStateEvent::state, (first, later) -> later));
    }

    /**
     * Notes of calls that have ended.
     *
     * @param minute since 1970; null for all
     */
    List<NoteEvent> notes(String minute) throws IOException, TimeoutException {
        return ofClass(NoteEvent.class, acting.list(new NotesAction("hm-ended", minute)).getEvents());
    }

    /** Takes a caller out of the fallback queue; one who talks hears, at the most, a short tone. */
    void handBack(String channel) throws IOException {
        PlayDtmfAction key = new PlayDtmfAction(channel, "D");
        key.setReceive(true);
        acting.send(key, null);
    }

    private static <E> List<E> ofClass(Class<E> wanted, Iterable<ResponseEvent> all) {
        List<E> found = new ArrayList<>();
        all.forEach(event -> {
            if (wanted.isInstance(event)) {
                found.add(wanted.cast(event));
            }
        });
        return found;
    }

    @Override
    public void close() {
        hearing.close();
        try {
            actions.logoff();
        } catch (IllegalStateException e) {
            // It never stood, or is closed already.
        }
    }
}
