package io.halfminute.journal;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.halfminute.acd.AcdInput;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.PauseReason;
import io.halfminute.agent.SkillId;
import io.halfminute.call.BrandId;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.ChannelId;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxEvent;
import io.halfminute.pbx.PbxId;
import io.halfminute.pbx.PhoneId;
import io.halfminute.queue.QueueId;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/** Lines as JSON. Ids are plain strings; inputs and events of the PBX have the name of their kind beside them. */
final class JournalJson {

    /** A kind is named by its class, also those that are added later. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    private interface Kinds {
    }

    private static final ObjectMapper MAPPER = mapper();

    private JournalJson() {
    }

    static String write(Line line) {
        try {
            return MAPPER.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a step cannot be written: " + e.getOriginalMessage(), e);
        }
    }

    static Line read(String json) {
        try {
            return MAPPER.readValue(json, Line.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a line of a journal: " + e.getOriginalMessage(), e);
        }
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper = JsonMapper.builder()
                .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
                .visibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
                .addMixIn(AcdInput.class, Kinds.class)
                .addMixIn(PbxEvent.class, Kinds.class)
                .addModule(ids())
                .build();
        name(mapper, AcdInput.class);
        name(mapper, PbxEvent.class);
        return mapper;
    }

    private static void name(ObjectMapper mapper, Class<?> sealed) {
        for (Class<?> kind : sealed.getPermittedSubclasses()) {
            if (kind.isInterface()) {
                name(mapper, kind);
            } else {
                mapper.registerSubtypes(new NamedType(kind, kind.getSimpleName()));
            }
        }
    }

    private static SimpleModule ids() {
        SimpleModule module = new SimpleModule();
        id(module, AgentId.class, AgentId::new);
        id(module, BrandId.class, BrandId::new);
        id(module, CallId.class, CallId::new);
        id(module, ChannelId.class, ChannelId::new);
        id(module, PauseReason.class, PauseReason::new);
        id(module, PbxId.class, PbxId::new);
        id(module, PhoneId.class, PhoneId::new);
        id(module, QueueId.class, QueueId::new);
        id(module, SkillId.class, SkillId::new);
        id(module, OfferId.class, text -> new OfferId(Long.parseLong(text)));
        module.addSerializer(Optional.class, new JsonSerializer<>() {
            @Override
            public void serialize(Optional value, JsonGenerator out, SerializerProvider provider) throws IOException {
                provider.defaultSerializeValue(value.orElse(null), out);
            }
        });
        module.addDeserializer(Optional.class, new Present(null));
        return module;
    }

    private static <T> void id(SimpleModule module, Class<T> type, Function<String, T> maker) {
        module.addSerializer(type, new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
                out.writeString(value.toString());
            }
        });
        module.addDeserializer(type, new JsonDeserializer<>() {
            @Override
            public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
                return maker.apply(parser.getText());
            }
        });
    }

    /** Null for nothing, else the value itself. */
    private static final class Present extends JsonDeserializer<Optional> implements ContextualDeserializer {
        private final JavaType inner;

        Present(JavaType inner) {
            this.inner = inner;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
            return new Present((property == null ? context.getContextualType() : property.getType()).containedType(0));
        }

        @Override
        public Optional<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return Optional.ofNullable(context.readValue(parser, inner));
        }

        @Override
        public Optional<?> getNullValue(DeserializationContext context) {
            return Optional.empty();
        }
    }
}
