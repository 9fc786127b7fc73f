package io.halfminute.server;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.halfminute.acd.AcdInput;
import io.halfminute.agent.AgentId;
import io.halfminute.pbx.CallId;
import io.halfminute.record.CallQueries;
import io.halfminute.record.Story;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CaseNamerTest {

    private static final AcdInput NAMED = new AcdInput.AskAlso(new CallId("c1"), List.of(), new AgentId("1001"));

    private final List<AcdInput> told = new CopyOnWriteArrayList<>();

    @Test
    void theMachineIsToldWhoKnowsTheCaseOfACallerWhoArrives() {
        CaseNamer namer = new CaseNamer((number, brand) -> number.equals("138") ? Optional.of(new AgentId("1001"))
                : Optional.empty(), told::add, 8);
        namer.accept(new Story("c0", 1).arrives("139", "").events());
        namer.accept(new Story("c1", 1).arrives("138", "").events());
        await().atMost(ofSeconds(5)).until(() -> told.equals(List.of(NAMED)));
    }

    @Test
    void aDatabaseThatIsAwayNamesNobodyAndOneThatIsThereAgainDoes() {
        boolean[] away = {true};
        CaseNamer namer = new CaseNamer((number, brand) -> {
            if (away[0]) {
                away[0] = false;
                throw new CallQueries.Unavailable("away", null);
            }
            return Optional.of(new AgentId("1001"));
        }, told::add, 1);
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
            return Optional.empty();
        }, told::add, 2);
        for (int i = 0; i < 5; i++) {
            namer.accept(new Story("c" + i, 1).arrives("13" + i, "").events());
        }
        await().atMost(ofSeconds(5)).until(() -> asked.size() == 2);
        hold.countDown();
        assertEquals(List.of(), told);
    }
}
