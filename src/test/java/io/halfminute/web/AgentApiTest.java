package io.halfminute.web;

import static io.halfminute.web.WebFixture.AGENT;
import static io.halfminute.web.WebFixture.BOSS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.acd.AcdInput;
import io.halfminute.acd.Outputs.Refusal.Code;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.PauseReason;
import io.halfminute.agent.SkillId;
import io.halfminute.agent.Skills;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentApiTest {

    private static final AgentId LI_NA = new AgentId("1001");

    @RegisterExtension
    final WebFixture web = new WebFixture();

    private WebFixture.Reply ask(String agent, String state, String reason, Map<String, String> who) {
        JsonObject body = new JsonObject().put("state", state);
        return web.send("PUT", "/agents/" + agent + "/state", reason == null ? body : body.put("reason", reason), who);
    }

    @Test
    void everybodyReadsWhoWorks() {
        JsonObject list = web.get("/agents", AGENT).json();

        assertEquals(2, list.getJsonArray("items").size());
        assertEquals(5, list.getJsonArray("items").getJsonObject(0).getJsonObject("skills").getInteger("mandarin"));
        assertEquals("on-call", web.get("/agents/1002", AGENT).json().getString("state"));
        assertEquals("1001", web.get("/agents/me", AGENT).json().getString("agent"));
    }

    @Test
    void anAgentWhoDoesNotExistIsNamed() {
        var reply = web.get("/agents/4711", BOSS);

        assertEquals("unknown-agent", reply.code());
        assertTrue(reply.json().getString("detail").contains("4711"));
    }

    @Test
    void anAgentAsksForItsOwnStates() {
        ask("me", "signed-in", null, AGENT);
        ask("me", "ready", null, AGENT);
        ask("1001", "paused", "meal", AGENT);
        ask("me", "signed-out", null, AGENT);

        assertEquals(java.util.List.of(new AcdInput.SignIn(LI_NA), new AcdInput.BecomeReady(LI_NA),
                new AcdInput.Pause(LI_NA, new PauseReason("meal")), new AcdInput.SignOut(LI_NA)), web.machine.asked);
    }

    @Test
    void anAgentDoesNotActForAnotherButASupervisorDoes() {
        assertEquals("forbidden", ask("1002", "ready", null, AGENT).code());
        assertEquals(204, ask("1002", "ready", null, BOSS).status());
        assertEquals(1, web.machine.asked.size());
    }

    @Test
    void meIsNobodyForASupervisor() {
        assertEquals("unknown-agent", ask("me", "ready", null, BOSS).code());
    }

    @Test
    void aPauseNeedsAReasonAndNothingElseHasOne() {
        assertEquals("validation", ask("me", "paused", null, AGENT).code());
        assertEquals("validation", ask("me", "ready", "meal", AGENT).code());
        assertTrue(web.machine.asked.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"UNKNOWN_AGENT,404", "NOT_SIGNED_IN,409", "UNKNOWN_REASON,400", "PHONE_UNREACHABLE,409", "WRONG_STATE,409",
        "NUMBER_NOT_ALLOWED,400", "UNKNOWN_QUEUE,404", "UNKNOWN_CALLBACK,404", "FORBIDDEN,403", "TOO_MANY_CALLBACKS,409"})
    void whatTheMachineRefusesIsSaidInItsWords(Code code, int status) {
        web.machine.refuses(code, "agent 1001 cannot, because");
        var reply = ask("me", "ready", null, AGENT);

        assertEquals(status, reply.status());
        assertEquals(code.name().toLowerCase().replace('_', '-'), reply.code());
        assertEquals("agent 1001 cannot, because", reply.json().getString("detail"));
    }

    @Test
    void everyRefusalOfTheMachineHasAProblemOfTheSameName() {
        for (Code code : Code.values()) {
            ProblemCode.valueOf(code.name());
        }
    }

    @Test
    void aMachineThatSaysNothingIsATimeOut() {
        web.machine.isSilent();
        var reply = ask("me", "ready", null, AGENT);

        assertEquals(503, reply.status());
        assertEquals("timed-out", reply.code());
    }

    @Test
    void aMachineThatIsFullIsOverloaded() {
        web.machine.failsWith(new RejectedExecutionException("the server is overloaded or stopping"));

        assertEquals("overloaded", ask("me", "ready", null, AGENT).code());
    }

    @Test
    void onlyASupervisorChangesSkills() {
        JsonObject body = new JsonObject().put("skills", new JsonObject().put("mandarin", 5).put("returns", 2));

        assertEquals("forbidden", web.send("PUT", "/agents/me/skills", body, AGENT).code());
        assertEquals(204, web.send("PUT", "/agents/1001/skills", body, BOSS).status());
        assertEquals(new AcdInput.ChangeSkills(LI_NA, new Skills(Map.of(new SkillId("mandarin"), 5, new SkillId("returns"), 2))),
                web.machine.asked.getFirst());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"skills\":{\"mandarin\":6}}", "{\"skills\":{\"mandarin\":0}}", "{\"skills\":{\"Mandarin\":1}}",
        "{\"skills\":{\"mandarin\":1.5}}", "{\"skills\":{\"mandarin\":99999999999999999999}}", "{\"skills\":null}", "{}",
        "{\"skills\":{},\"more\":1}"})
    void skillsThatMakeNoSenseAreRefused(String body) {
        assertEquals("validation", web.send("PUT", "/agents/1001/skills", body, BOSS).code());
        assertTrue(web.machine.asked.isEmpty());
    }
}
