package io.halfminute.chaos;

/**
 * Something that must not be.
 *
 * @param what with the values that show it
 */
record Finding(Kind kind, String what) {

    enum Kind {
        /** A call without a record, or in Asterisk's records and not in ours. */
        LOST,
        /** A call with two records. */
        DOUBLE,
        /** A record of a call that nobody placed. */
        INVENTED,
        /** A time line with a gap or an overlap, or one that does not reach the end. */
        GAP,
        /** A call or record that does not end. */
        STUCK,
        /** Times or phones that differ from Asterisk's. */
        DIFFERS,
        /** Somebody who talked was hung up on. */
        CUT,
        /** Somebody who waited was hung up on, or was not let in. */
        DROPPED,
        /** A call rang at two phones at the same time, or a phone for two calls. */
        TWICE_AT_ONCE,
        /** A server that could not know that it led commanded the PBX. */
        COMMANDED,
        /** Memory, threads or files that grow for as long as the server runs. */
        GROWS,
        /** Somebody's arrival, deadline or place in the line changed. */
        ORDER,
        /** It was not noticed, taken over or mended at all in the time that was waited for it. */
        NEVER
    }

    @Override
    public String toString() {
        return kind + ": " + what;
    }
}
