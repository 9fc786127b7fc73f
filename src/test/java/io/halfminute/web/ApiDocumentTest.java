package io.halfminute.web;

import static io.halfminute.web.WebFixture.NOBODY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ApiDocumentTest {

    @RegisterExtension
    static final WebFixture web = new WebFixture();

    private final ApiDocument document = new ApiDocument();

    @Test
    void everyOperationHasAHandlerAndEveryHandlerAnOperation() {
        Ports ports = new Ports(web.live, web.machine, web.sessions, web.records, web.tickets, null, null, null, null, null, null, null, null,
                null, null);
        Set<String> handled = new HashSet<>(Operations.of(ports, WebSettings.DEFAULT, null, null).keySet());
        handled.add("getOpenApi");

        assertEquals(new HashSet<>(document.operationIds()), handled);
    }

    @Test
    void theDocumentIsServedAsItIsWrittenToEverybody() {
        var reply = web.raw("GET", "/api/v1/openapi.yaml", null, NOBODY, "");

        assertEquals(200, reply.status());
        assertEquals("application/yaml", reply.header("content-type"));
        assertEquals(document.text().toString(), reply.text());
    }

    @Test
    void onlySigningInAndTheDocumentAreOpenToAll() {
        assertEquals(Set.of("signIn", "getOpenApi"), document.openToAll());
    }

    @Test
    void theListOfProblemsIsTheSameInCodeAndDocument() {
        String text = document.text().toString();
        String list = text.substring(text.indexOf("    ProblemCode:"));
        Set<String> written = list.lines().filter(line -> line.startsWith("        - ")).map(line -> line.substring(10))
                .collect(Collectors.toSet());

        assertEquals(Arrays.stream(ProblemCode.values()).map(ProblemCode::code).collect(Collectors.toSet()), written);
    }

    @Test
    void everyNameOfTheCoresClosedListsIsInTheDocument() {
        String text = document.text().toString();
        for (Class<?> list : new Class<?>[] {io.halfminute.agent.AgentState.class, io.halfminute.call.CallEnd.class,
            io.halfminute.pbx.Cause.Reason.class, io.halfminute.record.OfferRecord.Outcome.class,
            io.halfminute.acd.AcdEvent.RingCause.class,
            io.halfminute.acd.AcdEvent.NameEnd.class, io.halfminute.record.Segment.Kind.class, io.halfminute.routing.Decision.Why.class,
            io.halfminute.ticket.TicketClass.class, io.halfminute.ticket.TicketType.class,
            io.halfminute.ticket.TicketStatus.class, io.halfminute.ticket.TicketPriority.class,
            io.halfminute.why.LateCause.class}) {
            String words = Arrays.stream(list.getEnumConstants()).map(value -> Names.of((Enum<?>) value))
                    .collect(Collectors.joining(", "));
            assertTrue(text.contains("enum: [" + words + "]"), () -> "the document lacks " + list.getSimpleName() + ": " + words);
        }
    }
}
