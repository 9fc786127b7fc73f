package io.halfminute.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.account.SessionStore.Kept;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountStoreTest {

    private Database database;
    private AccountStore store;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        store = new AccountStore(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aHashIsReplacedByTheNextOne() {
        store.save("li", "old", 1);
        store.save("li", "new", 2);

        assertEquals(Optional.of("new"), store.hash("li"));
        assertEquals(Optional.empty(), store.hash("wang"));
    }

    @Test
    void theOldestSessionsOfAUserGo() {
        store.add(token(1), new Kept("li", 1, 100), 2);
        store.add(token(9), new Kept("wang", 1, 100), 2);
        store.add(token(2), new Kept("li", 2, 100), 2);
        var gone = store.add(token(3), new Kept("li", 3, 100), 2);

        assertArrayEquals(token(1), gone.getFirst());
        assertTrue(store.find(token(1)).isEmpty());
        assertEquals(Optional.of(new Kept("li", 2, 100)), store.find(token(2)));
        assertTrue(store.find(token(9)).isPresent());
    }

    @Test
    void expiredAndSignedOutSessionsGo() {
        store.add(token(1), new Kept("li", 1, 100), 5);
        store.add(token(2), new Kept("li", 2, 200), 5);

        assertEquals(1, store.removeExpired(100));
        store.remove(token(2));
        store.remove(token(7));
        assertTrue(store.find(token(2)).isEmpty());
    }

    private static byte[] token(int number) {
        byte[] hash = new byte[32];
        hash[0] = (byte) number;
        hash[31] = -1;
        return hash;
    }
}
