package io.halfminute.config;

/**
 * The journal of all that the machine took in.
 *
 * @param files         so many are kept, 0 for none at all
 * @param fileMegabytes how large one grows, compressed
 * @param mostQueued    steps that may wait to be written
 */
public record JournalConfig(int files, int fileMegabytes, int mostQueued) {

    static JournalConfig read(Section section) {
        return section.finish(new JournalConfig(
                section.get("files", 20, Values.integer(0, 10_000)),
                section.get("file-megabytes", 16, Values.integer(1, 1_024)),
                section.get("most-queued", 20_000, Values.integer(100, 1_000_000))));
    }
}
