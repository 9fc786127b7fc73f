package io.halfminute.journal;

/**
 * Bounds of the journal.
 *
 * @param files     so many are kept, the oldest goes first; 0 keeps no journal
 * @param fileBytes how large one grows, compressed
 * @param queued    steps that may wait to be written; what comes beyond them is lost to the journal, never to the hotline
 */
public record JournalLimits(int files, long fileBytes, int queued) {

    /** What ships: a third of a gigabyte at most. */
    public static final JournalLimits DEFAULT = new JournalLimits(20, 16L << 20, 20_000);

    public JournalLimits {
        if (files < 0 || fileBytes < 1 || queued < 1) {
            throw new IllegalArgumentException("journal limits: " + files + " files of " + fileBytes + " bytes, " + queued
                    + " steps queued; what would do is 0 files or more, 1 byte and 1 step or more");
        }
    }
}
