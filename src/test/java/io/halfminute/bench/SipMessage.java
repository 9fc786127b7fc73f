package io.halfminute.bench;

/**
 * One message of a SIPp process, as its log has it.
 *
 * @param atUs     when SIPp sent it or had received it, in microseconds since 1970
 * @param received whether it came in; else it was sent
 * @param start    the first line
 * @param callId   whose dialog
 * @param from     the user part of its From, "" if there is none
 * @param sequence its CSeq, such as {@code 1 INVITE}
 */
public record SipMessage(long atUs, boolean received, String start, String callId, String from, String sequence) {

    /** Whether it is a request of this method. */
    public boolean is(String method) {
        return start.startsWith(method + " ");
    }

    /** Whether it is the answer 200 to a request of this method. */
    public boolean isOkTo(String method) {
        return start.startsWith("SIP/2.0 200 ") && sequence.endsWith(" " + method);
    }

    /** The user part of a request's address: the phone that is meant. */
    public String user() {
        return user(start);
    }

    /** The user part of the first SIP address in a text, "" if there is none. */
    static String user(String text) {
        int begin = text.indexOf("sip:");
        int end = text.indexOf('@', begin);
        return begin < 0 || end < 0 ? "" : text.substring(begin + 4, end);
    }
}
