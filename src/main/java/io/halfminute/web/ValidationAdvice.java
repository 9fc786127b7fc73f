package io.halfminute.web;

import io.vertx.core.MultiMap;
import io.vertx.json.schema.OutputUnit;
import io.vertx.openapi.validation.SchemaValidationException;
import io.vertx.openapi.validation.ValidatorException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what a request got wrong: the place in it, and what the document wants there. */
final class ValidationAdvice {

    private ValidationAdvice() {
    }

    private static final Pattern WRONG_VALUE = Pattern.compile("The value of query parameter (\\w+) is invalid");
    private static final int SHOWN = 60;

    /** One sentence for people; {@code query} is what they sent, so that a wrong value is named. */
    static String of(ValidatorException invalid, MultiMap query) {
        Matcher wrong = WRONG_VALUE.matcher(String.valueOf(invalid.getMessage()));
        String sent = wrong.find() ? query.get(wrong.group(1)) : null;
        return sent == null ? of(invalid) : wrong.group(1) + " \"" + sent.substring(0, Math.min(SHOWN, sent.length())) + "\": "
                + of(invalid);
    }

    private static String of(ValidatorException invalid) {
        if (invalid instanceof SchemaValidationException schema && schema.getOutputUnit() != null) {
            OutputUnit deepest = deepest(schema.getOutputUnit());
            if (deepest != null) {
                return place(deepest) + deepest.getError() + "; /api/v1/openapi.yaml says what is wanted. " + invalid.getMessage();
            }
        }
        return invalid.getMessage() + "; /api/v1/openapi.yaml says what is wanted";
    }

    private static String place(OutputUnit unit) {
        String location = unit.getInstanceLocation();
        return location == null || location.length() < 2 ? "" : location.substring(1) + ": ";
    }

    /** The validator lists errors from the outermost schema inwards; the innermost says most. */
    private static OutputUnit deepest(OutputUnit unit) {
        List<OutputUnit> errors = unit.getErrors();
        return errors == null || errors.isEmpty() ? null : errors.getLast();
    }
}
