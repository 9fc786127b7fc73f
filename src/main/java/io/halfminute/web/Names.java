package io.halfminute.web;

import java.util.Arrays;
import java.util.Locale;

/** How the API spells the closed lists of the core: {@code ON_CALL} is {@code on-call}. */
final class Names {

    private Names() {
    }

    /** The API's word, null for null. */
    static String of(Enum<?> value) {
        return value == null ? null : value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The value of the API's word, null for null. */
    static <E extends Enum<E>> E parse(Class<E> type, String word) {
        if (word == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants()).filter(each -> of(each).equals(word)).findFirst()
                .orElseThrow(() -> new ProblemException(ProblemCode.VALIDATION, "\"" + word + "\" is none of "
                        + Arrays.stream(type.getEnumConstants()).map(Names::of).toList()));
    }
}
