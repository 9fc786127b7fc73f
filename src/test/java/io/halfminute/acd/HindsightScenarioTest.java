package io.halfminute.acd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.call.CallEnd;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.CallerId;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxEvent;
import io.halfminute.pbx.PbxEvent.CallSnapshot;
import io.halfminute.pbx.PbxEvent.EndedCall;
import io.halfminute.pbx.PbxEvent.Sent;
import io.halfminute.pbx.PbxEvent.Stage;
import io.halfminute.pbx.PhoneId;
import io.halfminute.record.CallRecord;
import io.halfminute.record.CallRecorder;
import io.halfminute.record.RecordChange;
import io.halfminute.record.RecordLimits;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls came and went while no server or no link watched, and the PBX has noted them. */
class HindsightScenarioTest {

    private static final Cause NOTED = new Cause(Cause.Reason.NORMAL, "16 noted");

    private static EndedCall talked(String call, long arrived, String phone, long answered, long ended, long offer) {
        return new EndedCall(new CallSnapshot(new CallId(call), new CallerId("13800138000", ""), "4001", arrived * 1_000,
                Stage.CONNECTED, new OfferId(offer), new PhoneId(phone), null, answered * 1_000), arrived * 1_000 + 5, Sent.NOWHERE,
                NOTED, ended * 1_000);
    }

    private static EndedCall unserved(String call, long arrived, String dialled, Sent sent, long ended) {
        return new EndedCall(new CallSnapshot(new CallId(call), new CallerId("13800138000", ""), dialled, arrived * 1_000,
                Stage.AT_FALLBACK, OfferId.NONE, List.of(), null, 0), arrived * 1_000 + 5, sent, NOTED, ended * 1_000);
    }

    private static void noted(Table table, EndedCall... calls) {
        table.step(Table.pbx(new PbxEvent.EndedUnwatched(List.of(calls), 200_000)));
    }

    private static List<CallRecord> records(Table table) {
        return new CallRecorder(RecordLimits.DEFAULT, List.of(), fault -> {
            throw new AssertionError(fault);
        }).apply(table.events).stream().filter(RecordChange.CallKept.class::isInstance)
                .map(change -> ((RecordChange.CallKept) change).call()).toList();
    }

    @Test
    void aCallThatNobodyWatchedHasAWholeRecordAndTakesNobodysTime() {
        Table table = Table.justStarted();
        table.play("200  1001 restores READY   => 1001 READY");
        noted(table, talked("c1", 100, "1001", 140, 190, 0));
        table.play("200  -                     => c1 late, c1 ANSWERED");
        CallRecord record = records(table).getFirst();
        assertEquals(List.of(100_000L, 100_005L, 140_000L, 190_000L, 190_000L), List.of(record.milestones().arrivedMs(),
                record.milestones().waitingMs(), record.milestones().answeredMs(), record.milestones().talkEndedMs(),
                record.milestones().endedMs()));
        assertEquals("[1001]", record.agents().toString());
        assertTrue(record.reconstructed() && !record.seen());
    }

    @Test
    void whoWasRefusedOrDivertedOrGaveUpMeanwhileCountsAsThat() {
        Table table = Table.justStarted();
        noted(table, unserved("c1", 100, "999", Sent.REFUSED, 105), unserved("c2", 100, "4001", Sent.DIVERTED, 110),
                unserved("c3", 100, "4002", Sent.NOWHERE, 115));
        table.play("0  -   => c1 REFUSED, c2 DIVERTED, c3 ABANDONED");
        assertEquals(List.of(CallEnd.REFUSED, CallEnd.DIVERTED, CallEnd.ABANDONED),
                records(table).stream().map(CallRecord::end).toList());
    }

    @Test
    void whoWasRungWhenTheLinkWentAndPickedUpHasHadTheCall() {
        Table table = Table.hotline().atWork("1001");
        table.play("""
            2    c1 arrives 4001
            2    c1 waits        => ring 1001 for c1, 1001 RESERVED
            3    1001 rings c1   => 1001 RINGING
            4    pbx link-lost
            """);
        noted(table, talked("c1", 2, "1001", 5, 60, table.offer("c1", "1001").value()));
        table.play("""
            4    -               => 1001 ON_CALL, 1001 WRAP_UP, c1 ANSWERED
            62   pbx finds nothing
            80   -               => 1001 READY
            """);
        assertEquals(5_000, records(table).getFirst().milestones().answeredMs());
    }

    @Test
    void whoWaitedWhenTheLinkWentAndCameToAnotherAgentIsToldSo() {
        Table table = Table.hotline();
        table.play("""
            2    c1 arrives 4001
            2    c1 waits
            4    pbx link-lost
            """);
        noted(table, talked("c1", 2, "1002", 9, 20, 0));
        table.play("""
            25   -                  => c1 ANSWERED
            25   pbx finds c1@2 WAITING
            """);
        assertEquals("[1002]", records(table).getFirst().agents().toString());
    }

    @Test
    void aTalkThatEndedUnseenEndsAtItsOwnTime() {
        Table table = Table.hotline().atWork("1001");
        table.play("""
            2    c1 arrives 4001
            2    c1 waits         => ring 1001 for c1, 1001 RESERVED
            4    1001 answers c1  => 1001 ON_CALL
            5    pbx link-lost
            """);
        noted(table, talked("c1", 2, "1001", 4, 30, table.offer("c1", "1001").value()));
        table.play("5  -   => 1001 WRAP_UP, c1 ANSWERED");
        assertEquals(30_000, records(table).getFirst().milestones().talkEndedMs());
    }

    @Test
    void whatIsNotedOfACallWhoseEndWasSeenChangesNothing() {
        Table table = Table.hotline();
        table.play("""
            2    c1 arrives 4001
            2    c1 waits
            9    c1 hangs-up        => c1 ABANDONED
            """);
        noted(table, unserved("c1", 2, "4001", Sent.NOWHERE, 9), unserved("c1", 2, "4001", Sent.NOWHERE, 9));
        table.play("9  -");
    }
}
