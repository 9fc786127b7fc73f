package io.halfminute.pbx.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.halfminute.pbx.CallId;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxCommand;
import io.halfminute.pbx.PbxId;
import io.halfminute.pbx.PhoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which of two PBXs, a and b, is commanded. */
class RoutesTest {

    private static final PbxId A = new PbxId("a");
    private static final PbxId B = new PbxId("b");
    private static final CallId CALL = new CallId("hm-b-1.0");

    private final Map<CallId, PbxId> there = new HashMap<>();
    private final Routes<PbxId> routes = new Routes<>(both(), (pbx, call) -> pbx.equals(there.get(call)));

    private static Map<PbxId, PbxId> both() {
        Map<PbxId, PbxId> both = new LinkedHashMap<>();
        both.put(A, A);
        both.put(B, B);
        return both;
    }

    private List<PbxId> of(PbxCommand command) {
        return List.copyOf(routes.of(command));
    }

    private static PbxCommand.CallBack callBack(CallId call, PbxId pbx) {
        return new PbxCommand.CallBack(call, new OfferId(77), new PhoneId("1001"), 10_000,
                new PbxCommand.Customer(5, "13800138000", "4001", 30_000, "shop-a"), pbx);
    }

    @Test
    void aCallerIsCommandedWhereHeIs() {
        there.put(CALL, B);
        assertEquals(List.of(B), of(new PbxCommand.Retrieve(CALL)));
        there.put(CALL, A);
        assertEquals(List.of(A), of(new PbxCommand.Retrieve(CALL)));
    }

    @Test
    void aCustomerIsCalledBackByThePhonesPbxAndHungUpThereBeforeItHasToldOfHim() {
        CallId call = new CallId(PbxCommand.CallBack.PREFIX + "77");
        assertEquals(List.of(B), of(callBack(call, B)));
        assertEquals(List.of(B), of(new PbxCommand.HangUp(call)));
    }

    @Test
    void aCallOfAnotherServerIsHungUpWhereItWasFound() {
        CallId call = new CallId(PbxCommand.CallBack.PREFIX + "78");
        there.put(call, B);
        assertEquals(List.of(B), of(new PbxCommand.HangUp(call)));
    }

    @Test
    void whomNobodyHasOnePbxIsAskedFor() {
        assertEquals(List.of(A), of(new PbxCommand.Retrieve(CALL)));
    }

    @Test
    void whatIsOfNoCallIsForAll() {
        assertEquals(List.of(A, B), of(new PbxCommand.KeepFallback(Set.of(new PhoneId("1001")))));
    }
}
