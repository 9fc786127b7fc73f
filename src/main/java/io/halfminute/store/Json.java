package io.halfminute.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.SkillId;
import io.halfminute.call.BrandId;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.OfferId;
import io.halfminute.queue.QueueId;
import io.halfminute.record.RecordChange;
import io.halfminute.record.SearchStep;
import java.io.IOException;
import java.util.function.Function;

/**
 * Records as JSON, in the outbox and in PostgreSQL's jsonb columns. Ids are plain strings. A field that an older version of
 * the program does not know is skipped, so that an outbox survives a step back.
 */
final class Json {

    /** How each kind of change is called in the outbox. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = RecordChange.CallKept.class, name = "call"),
        @JsonSubTypes.Type(value = RecordChange.CallbackKept.class, name = "callback"),
        @JsonSubTypes.Type(value = RecordChange.DecisionKept.class, name = "decision"),
        @JsonSubTypes.Type(value = RecordChange.ActivityKept.class, name = "activity")})
    private interface Kinds {
    }

    /** How each kind of step is called, wherever a call is kept. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = SearchStep.RingOpened.class, name = "ring-opened"),
        @JsonSubTypes.Type(value = SearchStep.AskedForMore.class, name = "asked-for-more"),
        @JsonSubTypes.Type(value = SearchStep.AgentNamed.class, name = "agent-named"),
        @JsonSubTypes.Type(value = SearchStep.NameDropped.class, name = "name-dropped"),
        @JsonSubTypes.Type(value = SearchStep.WaitTold.class, name = "wait-told"),
        @JsonSubTypes.Type(value = SearchStep.CallbackProposed.class, name = "callback-proposed"),
        @JsonSubTypes.Type(value = SearchStep.Refused.class, name = "refused")})
    private interface StepKinds {
    }

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(RecordChange.class, Kinds.class)
            .addMixIn(SearchStep.class, StepKinds.class)
            .addModule(ids())
            .build();

    private Json() {
    }

    static String write(Object value) {
        return write(value, MAPPER.writer());
    }

    /** Of values that are told apart by their kind the type has to be named, since a list does not know what it is of. */
    static <T> String write(T value, TypeReference<T> type) {
        return write(value, MAPPER.writerFor(type));
    }

    private static String write(Object value, ObjectWriter writer) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value.getClass().getSimpleName() + " as JSON", e);
        }
    }

    static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not the JSON of " + type.getType() + ": " + e.getOriginalMessage(), e);
        }
    }

    /** Takes out what PostgreSQL cannot keep: the NUL character and halves of surrogate pairs. */
    static String clean(String text) {
        boolean fine = text.chars().noneMatch(unit -> unit == 0 || Character.isSurrogate((char) unit));
        if (fine) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> clean.appendCodePoint(
                point == 0 || point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point));
        return clean.toString();
    }

    private static SimpleModule ids() {
        SimpleModule module = new SimpleModule();
        id(module, AgentId.class, AgentId::new);
        id(module, BrandId.class, BrandId::new);
        id(module, CallId.class, CallId::new);
        id(module, QueueId.class, QueueId::new);
        id(module, SkillId.class, SkillId::new);
        id(module, OfferId.class, text -> new OfferId(Long.parseLong(text)));
        module.addSerializer(String.class, serializer(Json::clean));
        return module;
    }

    private static <T> void id(SimpleModule module, Class<T> type, Function<String, T> maker) {
        module.addSerializer(type, serializer(Object::toString));
        module.addDeserializer(type, new JsonDeserializer<>() {
            @Override
            public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
                return maker.apply(parser.getText());
            }
        });
    }

    private static <T> JsonSerializer<T> serializer(Function<T, String> text) {
        return new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
                out.writeString(text.apply(value));
            }
        };
    }
}
