package io.halfminute.pbx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Some phones of a list are a set like any other. */
class PhoneSetTest {

    private static final PhoneId A = new PhoneId("1001");
    private static final PhoneId B = new PhoneId("1002");
    private static final PhoneId C = new PhoneId("1003");
    private static final List<PhoneId> ALL = List.of(A, B, C);

    private static PhoneSet of(List<PhoneId> all, int... places) {
        BitSet in = new BitSet();
        for (int place : places) {
            in.set(place);
        }
        return new PhoneSet(all, in);
    }

    @Test
    void itHasThePhonesThatAreSetAndNoOthers() {
        PhoneSet some = of(ALL, 0, 2);
        assertEquals(2, some.size());
        assertTrue(some.contains(A) && some.contains(C));
        assertFalse(some.contains(B) || some.contains(new PhoneId("1004")) || some.contains(1001));
        assertEquals(List.of(A, C), List.copyOf(some));
    }

    @Test
    void itEqualsAnySetOfTheSamePhones() {
        assertEquals(Set.of(A, C), of(ALL, 0, 2));
        assertEquals(of(ALL, 0, 2), Set.of(A, C));
        assertEquals(of(ALL, 0, 2).hashCode(), Set.of(A, C).hashCode());
        assertEquals(of(ALL, 0, 2), of(List.of(A, C), 0, 1));
        assertNotEquals(of(ALL, 0, 2), of(ALL, 0, 1));
        assertNotEquals(of(ALL, 0, 2), of(List.of(A, C), 0));
        assertEquals(of(ALL), Set.of());
    }

    @Test
    void whatIsSetLaterDoesNotChangeIt() {
        BitSet in = new BitSet();
        PhoneSet none = new PhoneSet(ALL, in);
        in.set(0);
        assertEquals(Set.of(), none);
    }

    @Test
    void aCommandTakesItAsItIsAndCopiesAnyOther() {
        PhoneSet some = of(ALL, 1);
        assertSame(some, new PbxCommand.KeepFallback(some).members());
        assertEquals(some, new PbxCommand.KeepFallback(Set.of(B)).members());
    }
}
