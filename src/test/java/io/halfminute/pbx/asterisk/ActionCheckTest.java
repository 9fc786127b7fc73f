package io.halfminute.pbx.asterisk;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.OriginateAction;
import org.asteriskjava.manager.action.RedirectAction;
import org.asteriskjava.manager.action.SetVarAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActionCheckTest {

    private final ActionCheck check = new ActionCheck(64);

    private static ManagerAction redirectTo(String extension) {
        return new RedirectAction("PJSIP/hm-trunk-00000001", "hm-connect", extension, 1);
    }

    @Test
    void anActionOfIdsPasses() {
        assertDoesNotThrow(() -> check.check(redirectTo("o*1001*77*5000*1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4001\r\n\r\nAction: DBPut\r\nFamily: x", "a\rb", "a\nb", "a\0b"})
    void aLineBreakOrNulInAValueIsRefused(String value) {
        assertThrows(UnsafeActionException.class, () -> check.check(redirectTo(value)));
        assertThrows(UnsafeActionException.class, () -> check.check(new SetVarAction(value, "1")));
        assertThrows(UnsafeActionException.class, () -> check.check(new SetVarAction("HM_X", value)));
    }

    @Test
    void aLineBreakInTheNameOfAVariableIsRefused() {
        OriginateAction action = new OriginateAction();
        action.setVariables(Map.of("a\r\nAction: Logoff", "b"));
        assertThrows(UnsafeActionException.class, () -> check.check(action));
    }

    @Test
    void theActionsOwnIdIsLookedAtToo() {
        ManagerAction action = redirectTo("s");
        action.setActionId("1\r\nAction: Logoff");
        assertThrows(UnsafeActionException.class, () -> check.check(action));
    }

    @Test
    void anOverlongValueIsRefused() {
        assertThrows(UnsafeActionException.class, () -> check.check(redirectTo("9".repeat(65))));
    }

    @Test
    void theMessageNamesTheKeyAndTheValuesHeadInOneLine() {
        UnsafeActionException refused = assertThrows(UnsafeActionException.class,
                () -> check.check(redirectTo("evil\r\n" + "x".repeat(50))));
        String first = refused.getMessage().lines().findFirst().orElseThrow();
        assertTrue(first.contains("Redirect") && first.contains("Exten") && first.contains("evil\\r\\n"), first);
        assertTrue(refused.getMessage().contains("Maybe"), refused.getMessage());
    }
}
