package io.halfminute.config;

import io.halfminute.call.BrandId;
import io.halfminute.callback.Outgoing;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.SkillDemand;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A shop with its own numbers and its own voice (SHOPS).
 *
 * @param numbers  that callers dial; each belongs to one brand only
 * @param language of its prompts
 * @param music    class of the music for those who wait
 * @param greeting name of the prompt that is played first; no prompt if empty
 * @param queue    where its callers wait
 * @param demands  what its callers ask for beyond the queue
 * @param mostCalls so many of its calls may be in the house at a time; 0 for any number
 * @param outgoing how it dials customers; without it nobody is called back
 */
public record Brand(BrandId id, Label name, List<String> numbers, Language language, String music,
                    Optional<String> greeting, QueueId queue, List<SkillDemand> demands, int mostCalls,
                    Optional<Outgoing> outgoing) {

    public Brand {
        numbers = List.copyOf(numbers);
        demands = List.copyOf(demands);
    }

    static Optional<Brand> read(String id, Section section, Set<String> queues, Set<String> skills) {
        Label name = Label.read(section.section("name"));
        List<String> numbers = section.list("numbers", Values.dialledNumber());
        Language language = section.require("language", Values.oneOf(Language.class));
        String music = section.get("music", "calm", Values.name());
        Optional<String> greeting = section.optional("greeting", Values.name());
        String queue = section.require("queue", Known.in("queue", queues));
        List<SkillDemand> demands = QueueReader.allDemands(section, skills);
        int mostCalls = section.get("most-calls", 0, Values.integer(0, 100_000));
        Optional<Outgoing> outgoing = section.has("outgoing") ? outgoing(section.section("outgoing")) : Optional.empty();
        if (numbers.isEmpty()) {
            section.problem("numbers", "is empty, so nobody can call; what would do is such as [\"4001\"]");
        }
        return section.build(() ->
                new Brand(new BrandId(id), name, numbers, language, music, greeting, new QueueId(queue), demands,
                        mostCalls, outgoing));
    }

    private static Optional<Outgoing> outgoing(Section section) {
        Parser<String> part = Values.matching("\\+?[0-9]{0,12}", "digits, and a + before them");
        List<String> allowed = section.list("allowed", part);
        String strip = section.get("strip", "", part);
        String prefix = section.get("prefix", "", part);
        String shows = section.get("shows", "", Values.matching("[0-9]{0,20}", "digits"));
        return section.build(() -> new Outgoing(allowed, strip, prefix, shows));
    }
}
