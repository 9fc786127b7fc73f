package io.halfminute.web;

import io.halfminute.view.CallerMask;
import io.halfminute.view.DeskState;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/**
 * What one person may see of customers' numbers (PRIV-TECH): a supervisor whole ones, an agent the number of his present
 * call, which its ticket and history share, and every other one masked.
 */
final class Sight {

    private final boolean whole;
    private final String ownNumber;

    private Sight(boolean whole, String ownNumber) {
        this.whole = whole;
        this.ownNumber = ownNumber;
    }

    /** The sight of whoever asks, at this moment. */
    static Sight of(Request request, LiveViews live) {
        if (request.isSupervisor()) {
            return new Sight(true, "");
        }
        return new Sight(false, Optional.ofNullable(request.user().agent()).flatMap(live::desk).map(DeskState::call)
                .map(call -> digits(call.caller().number())).orElse(""));
    }

    /** The number as this person may see it. */
    String number(String number) {
        return whole || isOwn(number) ? number : CallerMask.of(number);
    }

    /** A caller or customer as this person may see him. */
    JsonObject person(String number, String name) {
        return new JsonObject().put("number", number(number)).put("name", name == null ? "" : name);
    }

    /** Whether a search by {@code part} may find {@code number}: a search by parts would spell a masked number out. */
    boolean mayFind(String number, String part) {
        return whole || part == null || sameNumber(digits(number), digits(part));
    }

    private boolean isOwn(String number) {
        return !ownNumber.isEmpty() && sameNumber(digits(number), ownNumber);
    }

    /** With or without country code and the zeros before it; at least seven digits must be there to be a number. */
    private static boolean sameNumber(String one, String other) {
        String shorter = (one.length() < other.length() ? one : other).replaceFirst("^0+", "");
        String longer = one.length() < other.length() ? other : one;
        return one.equals(other) || shorter.length() >= 7 && longer.length() - shorter.length() <= 4 && longer.endsWith(shorter);
    }

    private static String digits(String number) {
        return number.replaceAll("[^0-9]", "");
    }
}
