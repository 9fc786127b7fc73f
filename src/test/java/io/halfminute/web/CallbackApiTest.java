package io.halfminute.web;

import static io.halfminute.web.WebFixture.AGENT;
import static io.halfminute.web.WebFixture.BOSS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.halfminute.acd.AcdInput;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Callbacks are promised, seen and taken back. */
class CallbackApiTest {

    @RegisterExtension
    static final WebFixture web = new WebFixture();

    @Test
    void anAgentPromisesOneForATicketWhoseNumberHeNeedNotKnow() {
        WebFixture.Reply made = web.send("POST", "/callbacks", new JsonObject().put("ticket", 7), AGENT);
        assertEquals(201, made.status(), made.toString());
        assertFalse(made.toString().contains(FakeLive.CUSTOMER), made.toString());
        AcdInput.PlaceCallback asked = (AcdInput.PlaceCallback) web.callbacks.taken.getLast();
        assertEquals(7, asked.request().ticket());
        assertEquals("1001", asked.request().by());
    }

    @Test
    void onlyASupervisorPromisesOneToANumberOfHisChoice() {
        JsonObject body = new JsonObject().put("number", "13900139000").put("brand", "shop-a");
        assertEquals("forbidden", web.send("POST", "/callbacks", body, AGENT).code());
        assertEquals(201, web.send("POST", "/callbacks", body, BOSS).status());
        assertEquals("validation", web.send("POST", "/callbacks", new JsonObject(), BOSS).code());
    }

    @Test
    void openOnesAreListedWithMaskedNumbersForAgents() {
        assertFalse(web.get("/callbacks?open=true", AGENT).toString().contains(FakeLive.CUSTOMER));
        assertEquals(70, web.get("/callbacks?ticket=7", BOSS).json().getJsonArray("items").getJsonObject(0).getInteger("callback"));
    }

    @Test
    void oneThatIsNotOpenCannotBeCancelled() {
        assertEquals(204, web.send("DELETE", "/callbacks/70", null, BOSS).status());
        assertEquals("unknown-callback", web.send("DELETE", "/callbacks/99", null, AGENT).code());
    }

    @Test
    void anAgentDoesNotCancelWhatHeHasNotPromised() {
        assertEquals("forbidden", web.send("DELETE", "/callbacks/70", null, AGENT).code());
        assertEquals("1001", ((AcdInput.CancelCallback) web.callbacks.taken.getLast()).by());
    }
}
