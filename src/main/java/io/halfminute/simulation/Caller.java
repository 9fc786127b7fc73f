package io.halfminute.simulation;

import io.halfminute.pbx.CallerId;
import java.util.random.RandomGenerator;

/**
 * One who calls. All about him is drawn when he dials, so that he is the same whatever the hotline does.
 *
 * @param patienceMs from the PBX's answer to hanging up unserved
 * @param chance     for what happens at the phones that ring for him
 */
record Caller(long number, String dialled, long flowMs, long patienceMs, long talkMs, boolean hangsUpFirst,
              RandomGenerator chance) {

    CallerId id() {
        return new CallerId(Long.toString(13_000_000_000L + number), "");
    }
}
