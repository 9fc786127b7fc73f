package io.halfminute.pbx.asterisk;

import io.halfminute.pbx.Cause;
import io.halfminute.pbx.Cause.Reason;

/**
 * From Asterisk's words to neutral reasons. {@code DIALSTATUS} is that of Dial(); the numbers are the causes of ITU-T
 * Q.850, to which Asterisk also maps SIP answers (486 is 17, 603 is 21, 480 is 19).
 */
final class Causes {

    private Causes() {
    }

    /**
     * Why an offer was not answered.
     *
     * @param rang whether the phone ever said that it rings; one that says nothing at all is not there
     */
    static Cause ofOffer(String dialStatus, int q850, boolean rang) {
        return new Cause(offerReason(dialStatus, q850, rang), (dialStatus + " " + q850).strip());
    }

    private static Reason offerReason(String dialStatus, int q850, boolean rang) {
        if (dialStatus.equals("CANCEL")) {
            return Reason.CANCELLED;
        }
        return switch (q850) {
            case 17 -> Reason.BUSY;
            case 21 -> Reason.REFUSED;
            default -> switch (dialStatus) {
                case "BUSY" -> Reason.BUSY;
                case "NOANSWER" -> rang || q850 == 19 ? Reason.NO_ANSWER : Reason.UNREACHABLE;
                case "CHANUNAVAIL" -> Reason.UNREACHABLE;
                case "CONGESTION" -> Reason.CONGESTION;
                case "DONTCALL", "TORTURE", "INVALIDARGS" -> Reason.FAILED;
                default -> Reason.UNKNOWN;
            };
        };
    }

    /**
     * Why a channel that had been answered ended. A caller's channel keeps the cause of the last phone that was rung for
     * him (busy, no answer), so only the causes of a fault are told from an ordinary end.
     *
     * @param technical the same in the words of the channel's technology, such as a SIP status; may be null
     */
    static Cause ofEnd(int q850, String text, String technical) {
        Reason reason = switch (q850) {
            case 34, 42, 44, 47 -> Reason.CONGESTION;
            case 27, 38, 41, 102, 111, 127 -> Reason.FAILED;
            default -> Reason.NORMAL;
        };
        return new Cause(reason, String.join(" ", Integer.toString(q850), text == null ? "" : text, technical == null ? "" : technical).strip());
    }
}
