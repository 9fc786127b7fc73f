package io.halfminute.server;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.halfminute.acd.AcdInput;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.SkillId;
import io.halfminute.pbx.CallId;
import io.halfminute.queue.SkillDemand;
import io.halfminute.record.CallQueries;
import io.halfminute.record.Story;
import io.halfminute.ticket.KnownCase;
import io.halfminute.ticket.TicketClass;
import io.halfminute.ticket.TicketPriority;
import io.halfminute.ticket.TicketSkills;
import io.halfminute.ticket.TicketType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CaseNamerTest {

    private static final AcdInput NAMED = new AcdInput.AskAlso(new CallId("c1"), List.of(), new AgentId("1001"));

    private static final KnownCase LI = new KnownCase(new AgentId("1001"), List.of());

    private final List<AcdInput> told = new CopyOnWriteArrayList<>();

    @Test
    void theMachineIsToldWhoKnowsTheCaseOfACallerWhoArrives() {
        CaseNamer namer = new CaseNamer((number, brand) -> number.equals("138") ? LI : KnownCase.NONE, () -> TicketSkills.NONE,
                told::add, 8);
        namer.accept(new Story("c0", 1).arrives("139", "").events());
        namer.accept(new Story("c1", 1).arrives("138", "").events());
        await().atMost(ofSeconds(5)).until(() -> told.equals(List.of(NAMED)));
    }

    @Test
    void theMachineIsToldWhatTheUnfinishedTicketAsksForThoughNobodyHasTalkedWithHimYet() {
        SkillDemand settles = new SkillDemand(new SkillId("complaints"), 3, 4);
        SkillDemand quick = new SkillDemand(new SkillId("seniority"), SkillDemand.LIKED, 5);
        TicketSkills skills = new TicketSkills(Map.of(TicketClass.COMPLAINT, List.of(settles)), Map.of(),
                Map.of(TicketPriority.URGENT, List.of(settles, quick)));
        KnownCase complains = new KnownCase(null, List.of(
                new KnownCase.Matter(TicketClass.COMPLAINT, TicketType.LOGISTICS, TicketPriority.NORMAL),
                new KnownCase.Matter(TicketClass.COMMON, null, TicketPriority.URGENT)));
        new CaseNamer((number, brand) -> complains, () -> skills, told::add, 8)
                .accept(new Story("c1", 1).arrives("138", "").events());
        await().atMost(ofSeconds(5)).until(() -> told.equals(List.of(
                new AcdInput.AskAlso(new CallId("c1"), List.of(settles, quick), null))));
    }

    @Test
    void aDatabaseThatIsAwayNamesNobodyAndOneThatIsThereAgainDoes() {
        boolean[] away = {true};
        CaseNamer namer = new CaseNamer((number, brand) -> {
            if (away[0]) {
                away[0] = false;
                throw new CallQueries.Unavailable("away", null);
            }
            return LI;
        }, () -> TicketSkills.NONE, told::add, 1);
        namer.accept(new Story("c0", 1).arrives("138", "").events());
        await().atMost(ofSeconds(5)).until(() -> {
            namer.accept(new Story("c1", 1).arrives("138", "").events());
            return told.contains(NAMED);
        });
    }

    @Test
    void aSlowDatabaseIsAskedForSoManyCallersAndNoMore() throws Exception {
        CountDownLatch hold = new CountDownLatch(1);
        List<String> asked = new CopyOnWriteArrayList<>();
        CaseNamer namer = new CaseNamer((number, brand) -> {
            asked.add(number);
            try {
                hold.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return KnownCase.NONE;
        }, () -> TicketSkills.NONE, told::add, 2);
        for (int i = 0; i < 5; i++) {
            namer.accept(new Story("c" + i, 1).arrives("13" + i, "").events());
        }
        await().atMost(ofSeconds(5)).until(() -> asked.size() == 2);
        hold.countDown();
        assertEquals(List.of(), told);
    }
}
