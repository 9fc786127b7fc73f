package io.halfminute.ticket;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a ticket is about (ASK-CLASS, CMP-CLASS, AFT). The code is part of the HTTP API: a kind, and a type behind a slash
 * where the kind has types.
 */
public enum TicketClass {
    /** Nobody has sorted it yet. */
    UNSORTED("unsorted"),
    /** A question that has a standard answer. */
    COMMON("common"),
    /** A question that goes up to a superior or another department. */
    SPECIAL("special"),
    /** A question that cannot wait. */
    URGENT("urgent"),
    /** A complaint about a product. */
    COMPLAINT_PRODUCT_QUALITY("complaint/product-quality"),
    /** A complaint about after-sales service. */
    COMPLAINT_AFTER_SALES_SERVICE("complaint/after-sales-service"),
    /** A complaint about delivery. */
    COMPLAINT_LOGISTICS("complaint/logistics"),
    /** The goods come back. */
    AFTER_SALES_RETURN("after-sales/return"),
    /** The goods are exchanged. */
    AFTER_SALES_EXCHANGE("after-sales/exchange"),
    /** The goods are repaired. */
    AFTER_SALES_REPAIR("after-sales/repair"),
    /** The goods are maintained. */
    AFTER_SALES_MAINTENANCE("after-sales/maintenance");

    private final String code;

    TicketClass(String code) {
        this.code = code;
    }

    /** Such as {@code complaint/logistics}. */
    public String code() {
        return code;
    }

    /** The part before the slash. */
    public String kind() {
        int slash = code.indexOf('/');
        return slash < 0 ? code : code.substring(0, slash);
    }

    /** All classes of one kind; a kind that does not exist is an error that lists those that do. */
    public static List<TicketClass> ofKind(String kind) {
        List<TicketClass> found = Arrays.stream(values()).filter(each -> each.kind().equals(kind)).toList();
        if (found.isEmpty()) {
            throw unknown(kind, Arrays.stream(values()).map(TicketClass::kind).distinct().collect(Collectors.joining(", ")));
        }
        return found;
    }

    /** The class with this code; a code that does not exist is an error that lists those that do. */
    public static TicketClass of(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst().orElseThrow(() ->
                unknown(code, Arrays.stream(values()).map(TicketClass::code).collect(Collectors.joining(", "))));
    }

    private static IllegalArgumentException unknown(String given, String known) {
        return new IllegalArgumentException("ticket class \"" + given + "\" does not exist; there are " + known);
    }
}
