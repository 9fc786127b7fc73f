package io.halfminute.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.halfminute.acd.AcdInput;
import io.halfminute.acd.Setup;
import java.util.List;

/**
 * One line of the journal: the beginning of a run, or one step of the machine.
 *
 * @param atMs       when
 * @param number     of the step, from 1 in each run without a hole; 0 for the beginning of a run
 * @param firstOffer at the beginning of a run: the number of its first offer
 * @param setup      at the beginning of a run: the configuration; else null
 * @param input      what the machine took; null at the beginning of a run
 * @param digest     of all that the step asked for and told
 * @param decisions  the step's decisions as {@link Digest#decisions} writes them; null if there was none
 * @param failed     the exception with which the step ended, which is a defect of this program; else null
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
record Line(long atMs, long number, long firstOffer, Setup setup, AcdInput input, String digest, List<String> decisions,
            String failed) {

    static Line beginning(Setup setup, long firstOffer, long atMs) {
        return new Line(atMs, 0, firstOffer, setup, null, null, null, null);
    }

    boolean isBeginning() {
        return setup != null;
    }
}
