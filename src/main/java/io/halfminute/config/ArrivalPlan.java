package io.halfminute.config;

import io.halfminute.call.BrandId;
import io.halfminute.queue.QueueId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the self-service step tells the PBX about an arriving call, by the number that was dialled. */
public record ArrivalPlan(Map<String, Arrival> arrivals) {

    /**
     * One number.
     *
     * @param language of the prompts
     * @param music    class of the music in the waiting room
     * @param greeting name of the prompt to play first, if any
     */
    public record Arrival(BrandId brand, QueueId queue, Language language, String music, Optional<String> greeting) {
    }

    public ArrivalPlan {
        arrivals = Map.copyOf(arrivals);
    }

    /** The arrival of a caller who dialled {@code number}; empty when nobody has that number. */
    public Optional<Arrival> of(String number) {
        return Optional.ofNullable(arrivals.get(number));
    }

    static ArrivalPlan of(Iterable<Brand> brands) {
        Map<String, Arrival> arrivals = new HashMap<>();
        for (Brand brand : brands) {
            Arrival arrival =
                    new Arrival(brand.id(), brand.queue(), brand.language(), brand.music(), brand.greeting());
            brand.numbers().forEach(number -> arrivals.put(number, arrival));
        }
        return new ArrivalPlan(arrivals);
    }
}
