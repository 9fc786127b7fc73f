package io.halfminute.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.halfminute.acd.AcdEvent;
import io.halfminute.call.BrandId;
import io.halfminute.call.CallEnd;
import io.halfminute.callback.Callback;
import io.halfminute.callback.CallbackId;
import io.halfminute.callback.CallbackReason;
import io.halfminute.callback.CallbackRequest;
import io.halfminute.callback.CallbackState;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.CallerId;
import io.halfminute.pbx.PbxId;
import io.halfminute.queue.QueueId;
import io.halfminute.record.CallRecord;
import io.halfminute.record.CallRecorder;
import io.halfminute.record.DayTotals;
import io.halfminute.record.RecordChange;
import io.halfminute.record.RecordLimits;
import io.halfminute.ticket.JoinPolicy;
import io.halfminute.ticket.PhoneNumbers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Callbacks in PostgreSQL: the last state, in the ticket of the call that they came from, and no call in the ledger. */
class CallbackStoreTest {

    private static final CallId LOST = new CallId("1.1");
    private static final CallbackRequest REQUEST = new CallbackRequest("13900139000", new BrandId("shop-a"), new QueueId("orders"),
            List.of(), CallbackReason.ABANDONED, LOST, 0, 1_000, 0, 0, "");
    private static final Callback WAITING = Callback.of(new CallbackId(7), REQUEST, 9_000, 99_000, 9_000);

    private final Database database = TestDatabase.fresh();
    private final List<Kept> kept = new ArrayList<>();
    private final CallRecorder recorder = new CallRecorder(RecordLimits.DEFAULT, List.of(), fault -> { });

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theAttemptIsInTheTicketOfTheCallThatWasLostAndTheTicketSaysWhatBecameOfIt() {
        happens(new AcdEvent.CallArrived(LOST, new CallerId("13900139000", ""), "4001", REQUEST.brand(), REQUEST.queue(), 0, 1_000,
                31_000, false, PbxId.MAIN, 1_000));
        happens(new AcdEvent.CallEnded(LOST, CallEnd.ABANDONED, new Cause(Cause.Reason.NORMAL, ""), true, 9_000));
        happens(new AcdEvent.CallbackChanged(WAITING, 9_000));
        CallId attempt = new CallId("callback-8");
        Callback under = WAITING.with(CallbackState.UNDER_WAY, attempt, 10_000);
        happens(new AcdEvent.CallbackChanged(under, 10_000));
        happens(new AcdEvent.CallbackTried(attempt, under, "13900139000", PbxId.MAIN, false, 10_000));
        happens(new AcdEvent.CallEnded(attempt, CallEnd.NOT_REACHED, new Cause(Cause.Reason.BUSY, "BUSY 17"), true, 12_000));
        happens(new AcdEvent.CallbackChanged(under.closed(CallbackState.NOT_REACHED, 1, "BUSY", 12_000), 12_000));
        write();
        CallStore calls = new CallStore(database);
        long ticket = calls.find(LOST).orElseThrow().entry().ticket();
        CallRecord tried = calls.find(attempt).orElseThrow().entry().call();
        assertEquals(ticket, calls.find(attempt).orElseThrow().entry().ticket());
        assertEquals(CallEnd.NOT_REACHED, tried.end());
        assertEquals(new CallbackId(7), tried.calledBack().callback());
        assertEquals(List.of(CallbackState.NOT_REACHED), new CallbackStore(database).ofTicket(ticket, 9).stream()
                .map(Callback::state).toList());
        assertEquals(List.of(), new CallbackStore(database).list(true, 9));
        int counted = database.ask(sql -> sql.fetchCount(Tables.Ledger.TABLE));
        assertEquals(1, counted);
        assertEquals(1, calls.dayTotals(0).total().offered());
        assertEquals(new DayTotals.Promises(0, 1), calls.dayTotals(12_000).callbacks());
        assertEquals(DayTotals.Promises.NONE, calls.dayTotals(12_001).callbacks());
    }

    @Test
    void anEarlierLeaderDoesNotOpenAgainWhatALaterOneClosed() {
        kept.add(new Kept(5, new RecordChange.CallbackKept(WAITING.closed(CallbackState.REACHED, 0, "", 12_000))));
        kept.add(new Kept(4, new RecordChange.CallbackKept(WAITING)));
        write();
        assertEquals(List.of(), database.ask(CallbackRows::open));
    }

    private void happens(AcdEvent event) {
        recorder.apply(List.of(event)).forEach(change -> kept.add(new Kept(1, change)));
    }

    private void write() {
        RecordWriter writer = new RecordWriter(new TicketOpener(new PhoneNumbers("CN"), JoinPolicy.DEFAULT));
        database.change(sql -> writer.write(sql, kept));
    }
}
