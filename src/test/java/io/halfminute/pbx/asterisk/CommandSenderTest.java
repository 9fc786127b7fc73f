package io.halfminute.pbx.asterisk;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;

import io.halfminute.pbx.CallId;
import io.halfminute.pbx.PbxCommand;
import io.halfminute.pbx.PhoneId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.asteriskjava.manager.ManagerConnection;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.RedirectAction;
import org.asteriskjava.manager.action.SetVarAction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** TEL-24: a server that cannot be sure to lead commands nothing, however far a command has come. */
class CommandSenderTest {

    private static final int COMMANDS = 3 * CommandSender.FEW;
    private static final CallId CALL = new CallId("hm-1.1");

    private final ManagerConnection connection = mock(ManagerConnection.class);
    private final AtomicBoolean leads = new AtomicBoolean(true);
    private final List<String> failed = new CopyOnWriteArrayList<>();
    private final AsteriskSettings settings = new AsteriskSettings("127.0.0.1", 5038,
            new AsteriskSettings.Login("hm-events", "secret"), new AsteriskSettings.Login("hm-actions", "secret"), 1,
            AsteriskSettings.Limits.DEFAULT);
    private final CommandSender sender = new CommandSender(settings, InstantSource.system(), () -> 1_700_000_000_000L,
            _ -> "PJSIP/hm-trunk-1", new Standing(() -> true, leads::get), (call, _, reason) -> failed.add(call + ": " + reason));

    @BeforeEach
    void start() {
        sender.use(new Gateway(connection, AsteriskSettings.Limits.DEFAULT));
        sender.start();
    }

    @AfterEach
    void close() {
        sender.close();
    }

    @Test
    void aLeaderCommands() throws Exception {
        sender.send(new PbxCommand.Retrieve(CALL));

        verify(connection, timeout(5_000)).sendAction(any(ManagerAction.class), any());
    }

    @Test
    void aWaitIsANoteOnTheCallersChannelThatIsNotWorthReadingAfterAWhile() throws Exception {
        sender.send(new PbxCommand.TellWait(CALL, 90, 5_000));

        verify(connection, timeout(5_000)).sendAction(argThat((ManagerAction action) -> action instanceof SetVarAction note
                && note.getChannel().equals("PJSIP/hm-trunk-1") && note.getVariable().equals("HM_TELL")
                && note.getValue().equals("90*1700000005")), any());
    }

    @Test
    void aCallbackIsProposedByANoteTooAndTheKeyCountsForWholeSeconds() throws Exception {
        sender.send(new PbxCommand.ProposeCallback(CALL, 5_500, 15_000));

        verify(connection, timeout(5_000)).sendAction(argThat((ManagerAction action) -> action instanceof SetVarAction note
                && note.getVariable().equals("HM_PROPOSE") && note.getValue().equals("6*1700000015")), any());
    }

    @Test
    void whoIsCalledBackIsLedToTheConfirmation() throws Exception {
        sender.send(new PbxCommand.ConfirmCallback(CALL));

        verify(connection, timeout(5_000)).sendAction(argThat((ManagerAction action) -> action instanceof RedirectAction led
                && led.getContext().equals("hm-confirm") && led.getExten().equals("c*1")), any());
    }

    /** Whoever commands may fill no buffer that a PBX which reads nothing leaves full. */
    @Test
    void whereManyAreUnansweredWhoeverCommandsSendsNoMoreHimself() throws Exception {
        List<Thread> senders = new CopyOnWriteArrayList<>();
        doAnswer(_ -> senders.add(Thread.currentThread())).when(connection).sendAction(any(ManagerAction.class), any());

        for (int n = 1; n <= COMMANDS; n++) {
            sender.send(new PbxCommand.Retrieve(CALL));
        }

        await().atMost(Duration.ofSeconds(5)).until(() -> senders.size() == COMMANDS);
        long himself = senders.stream().filter(thread -> thread == Thread.currentThread()).count();
        assertTrue(himself <= CommandSender.FEW, himself + " were sent by whoever commanded");
        assertEquals("pbx-commands", senders.getLast().getName());
    }

    @Test
    void whoLeadsNoMoreSendsNothingAndIsToldThatHisCommandFailed() throws Exception {
        leads.set(false);

        sender.send(new PbxCommand.Retrieve(CALL));
        sender.send(new PbxCommand.KeepFallback(Set.of(new PhoneId("1001"))));

        await().atMost(Duration.ofSeconds(5)).until(() -> failed.size() == 1);
        assertTrue(failed.getFirst().contains("does not lead"), failed::toString);
        verify(connection, never()).sendAction(any(ManagerAction.class), any());
    }
}
