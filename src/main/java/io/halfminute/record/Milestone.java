package io.halfminute.record;

/** What a call reaches on its way. */
enum Milestone { WAITING, OFFERED, RINGING, ANSWERED, TALK_ENDED, ENDED, DEADLINE_MISSED }
