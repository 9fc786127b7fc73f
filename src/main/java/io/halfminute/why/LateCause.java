package io.halfminute.why;

/** What a late call's time went into. A closed list; the names are part of the HTTP API and of the metrics. */
public enum LateCause {
    /** Nobody who was signed in could have taken it: a skill, or its level, was missing. */
    NOBODY_WITH_SKILL,
    /** Everybody who could have taken it was with somebody else. */
    ALL_BUSY,
    /** A phone rang for it in vain, or agents stood aside because they had let phones ring. */
    NOT_PICKED_UP,
    /** An agent who could have taken it was still busy with the papers of an earlier call, and had been for long. */
    WRAP_UP_LONG,
    /** Agents who could have taken it were on a break. */
    ON_BREAK,
    /** The phones of those who could have taken it could not be reached. */
    PHONES_UNREACHABLE,
    /** The menu, the greeting, the way to the line. */
    LONG_FLOW,
    /** The link to the PBX was down, or a command came to nothing. */
    PBX_OR_LINK,
    /** Somebody was free in a ring that was not yet open. */
    RING_OPENED_LATE,
    /** The caller waited for the agent who knows his case while somebody else could have had the call. */
    NAMED_AGENT_WAITED,
    /** Calls that had come later were served before it. */
    QUEUE_ORDER,
    /** Nobody watched: the server was not there yet. */
    UNSEEN
}
