package io.halfminute.web;

import io.vertx.json.schema.OutputUnit;
import io.vertx.openapi.validation.SchemaValidationException;
import io.vertx.openapi.validation.ValidatorException;
import java.util.List;

/** Says what a request got wrong: the place in it, and what the document wants there. */
final class ValidationAdvice {

    private ValidationAdvice() {
    }

    /** One sentence for people. */
    static String of(ValidatorException invalid) {
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
