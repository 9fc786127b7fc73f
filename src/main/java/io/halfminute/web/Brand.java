package io.halfminute.web;

import io.halfminute.call.BrandId;
import java.util.List;

/**
 * A shop as the pages show it.
 *
 * @param language of its menu, such as {@code zh}
 * @param numbers  those that lead to it
 */
public record Brand(BrandId id, String name, String language, List<String> numbers) {
    public Brand {
        numbers = List.copyOf(numbers);
    }
}
