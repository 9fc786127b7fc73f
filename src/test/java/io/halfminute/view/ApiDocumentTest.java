package io.halfminute.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The records are the JSON of the HTTP API: the document and they must name the same fields. */
class ApiDocumentTest {

    private static JsonNode schemas;

    @BeforeAll
    static void read() throws IOException {
        schemas = new YAMLMapper().readTree(Path.of("src/main/resources/openapi/halfminute.yaml").toFile())
                .at("/components/schemas");
    }

    static Stream<Arguments> pairs() {
        return Stream.of(
                Arguments.of("BoardState", BoardState.class),
                Arguments.of("Link", BoardState.Link.class),
                Arguments.of("WaitingCall", BoardState.Waiting.class),
                Arguments.of("BoardAgent", BoardState.Agent.class),
                Arguments.of("BoardQueue", BoardState.Queue.class),
                Arguments.of("Totals", BoardState.Totals.class),
                Arguments.of("Definition", BoardState.Definition.class),
                Arguments.of("ForecastState", ForecastState.class),
                Arguments.of("ForecastAdvice", ForecastState.Advice.class),
                Arguments.of("ForecastQueue", ForecastState.Queue.class),
                Arguments.of("Answer", ForecastState.Wait.class),
                Arguments.of("DeskState", DeskState.class),
                Arguments.of("DeskCall", DeskState.Call.class));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void theDocumentAndTheRecordNameTheSameFields(String schema, Class<?> type) {
        Set<String> fields = Stream.of(type.getRecordComponents()).map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(fields, properties(schemas.path(schema)), schema);
    }

    private static Set<String> properties(JsonNode schema) {
        Set<String> names = new TreeSet<>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        schema.path("allOf").forEach(part -> names.addAll(properties(part)));
        if (schema.has("$ref")) {
            names.addAll(properties(schemas.path(schema.get("$ref").asText().replaceFirst(".*/", ""))));
        }
        return names;
    }
}
