package io.halfminute.view;

import static io.halfminute.view.Story.DAY_MS;
import static io.halfminute.view.Story.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.halfminute.acd.AcdEvent;
import io.halfminute.call.BrandId;
import io.halfminute.callback.Callback;
import io.halfminute.callback.CallbackId;
import io.halfminute.callback.CallbackReason;
import io.halfminute.callback.CallbackRequest;
import io.halfminute.callback.CallbackState;
import io.halfminute.record.DayTotals;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How many customers are promised to be called back, since when, and what became of the promises of the day. */
class CallbacksOnTheBoardTest {

    private final Story story = new Story().configured();

    private static Callback promise(long id, long sinceMs) {
        CallbackRequest request = new CallbackRequest("1390013900" + id, new BrandId("shop-a"), Story.ORDERS, List.of(),
                CallbackReason.KEY, null, 0, sinceMs, 0, 0, "");
        return Callback.of(new CallbackId(id), request, NOON, NOON + DAY_MS, NOON);
    }

    private void closed(long id, CallbackState how) {
        story.tell(new AcdEvent.CallbackChanged(promise(id, NOON).closed(how, 1, "", NOON), NOON));
    }

    private BoardState.Callbacks shown() {
        return story.views.board().callbacks();
    }

    @Test
    void thoseThatAreOpenAreCountedOnceFromTheirCustomersFirstArrival() {
        story.tell(new AcdEvent.CallbackChanged(promise(1, NOON - 5_000), NOON));
        story.tell(new AcdEvent.CallbackChanged(promise(2, NOON - 9_000), NOON));
        story.tell(new AcdEvent.CallbackChanged(promise(2, NOON - 9_000).with(CallbackState.UNDER_WAY, null, NOON), NOON));
        assertEquals(new BoardState.Callbacks(2, NOON - 9_000, 0, 0), shown());
    }

    @Test
    void whoWasTalkedWithIsKeptWhoWasNotReachedIsGivenUpAndACancelledOneIsNeither() {
        closed(1, CallbackState.REACHED);
        closed(2, CallbackState.CAME_BACK);
        closed(3, CallbackState.NOT_REACHED);
        closed(4, CallbackState.EXPIRED);
        closed(5, CallbackState.CANCELLED);
        assertEquals(new BoardState.Callbacks(0, null, 2, 2), shown());
    }

    @Test
    void theDaysPromisesBeginAnewAtMidnightAndTheOpenOnesStay() {
        closed(1, CallbackState.REACHED);
        story.tell(new AcdEvent.CallbackChanged(promise(2, NOON), NOON));
        story.at(NOON + DAY_MS).tick();
        assertEquals(new BoardState.Callbacks(1, NOON, 0, 0), shown());
    }

    @Test
    void whatTheStoreKnowsOfTheDayIsCountedToo() {
        story.views.seed(new DayTotals(NOON - DAY_MS / 2, DayTotals.Counts.NONE, Map.of(), Map.of(), new DayTotals.Promises(4, 3)));
        closed(1, CallbackState.REACHED);
        assertEquals(new BoardState.Callbacks(0, null, 5, 3), shown());
    }
}
