package io.halfminute.pbx.asterisk;

import io.halfminute.pbx.CallId;
import io.halfminute.pbx.PbxEvent.CallSnapshot;
import io.halfminute.pbx.PbxEvent.EndedCall;
import io.halfminute.pbx.PbxEvent.Sent;
import io.halfminute.pbx.PbxEvent.Stage;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PhoneId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.asteriskjava.manager.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The dialplan's notes of calls that have ended ({@code hm-ended} in extensions.conf), read for the time in which nobody may
 * have watched. A note that makes no sense is left out: what is in it came from outside.
 */
final class Notes {

    private static final Logger LOG = LoggerFactory.getLogger(Notes.class);
    private static final long MINUTE_MS = TimeUnit.MINUTES.toMillis(1);
    /** Of more minutes than these all notes are asked for at once. */
    private static final int FEW_MINUTES = 30;
    /** Two calls' ends may be recorded in another order than they were noted. */
    private static final long DISORDER_MS = 2_000;
    private static final int FIELDS = 13;

    /** Where the PBX keeps them. */
    interface Book {
        /** @param minute since 1970; null for all */
        List<NoteEvent> notes(String minute) throws IOException, TimeoutException;
    }

    private final Known known;
    private final long overlapMs;
    private final int most;
    private long watchedMs;

    /**
     * @param overlapMs what may have been missed on a link that stood is no older than this
     * @param most      notes taken in at once
     */
    Notes(Known known, long overlapMs, int most) {
        this.known = known;
        this.overlapMs = overlapMs;
        this.most = most;
    }

    /** Everything that the PBX told until then has been heard. */
    void watched(long untilMs) {
        watchedMs = untilMs;
    }

    /**
     * Of calls that may have ended unseen, in the order of their ends.
     *
     * @param there calls that are at the PBX
     */
    List<EndedCall> read(Book book, Set<CallId> there, long nowMs) throws IOException, TimeoutException {
        if (watchedMs == 0 && known.untilMs() == 0) {
            return List.of();
        }
        long fromMs = watchedMs > 0 ? watchedMs - overlapMs : known.untilMs() - DISORDER_MS;
        List<EndedCall> found = rows(book, fromMs / MINUTE_MS, nowMs / MINUTE_MS).stream()
                .flatMap(row -> parse(row.key(), row.val()).stream())
                .filter(ended -> ended.endedMs() >= fromMs && !there.contains(ended.last().call()))
                .filter(isNews()).sorted(Comparator.comparingLong(EndedCall::endedMs)).toList();
        if (found.size() > most) {
            LOG.warn("the PBX has notes of {} calls that ended unseen; the last {} are taken", found.size(), most);
        }
        return found.subList(Math.max(0, found.size() - most), found.size());
    }

    /** In this run the machine itself knows what it has seen; of an earlier one only its records tell. */
    private Predicate<EndedCall> isNews() {
        return watchedMs > 0 ? ended -> true
                : ended -> ended.endedMs() > known.untilMs() || known.open().contains(ended.last().call());
    }

    private static List<NoteEvent> rows(Book book, long fromMinute, long toMinute) throws IOException, TimeoutException {
        if (toMinute - fromMinute > FEW_MINUTES) {
            return book.notes(null);
        }
        List<NoteEvent> rows = new ArrayList<>();
        for (long minute = fromMinute; minute <= toMinute; minute++) {
            rows.addAll(book.notes(Long.toString(minute)));
        }
        return rows;
    }

    /** Empty for what makes no sense. */
    static Optional<EndedCall> parse(String key, String note) {
        String[] fields = note.split(",", -1);
        if (fields.length != FIELDS || !fields[0].equals("1")) {
            return Optional.empty();
        }
        try {
            return Optional.of(ended(new CallId(key.substring(key.lastIndexOf('/') + 1)), fields));
        } catch (IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }

    private static EndedCall ended(CallId call, String[] fields) {
        long arrivedMs = time(fields[1]);
        long answeredMs = fields[3].isEmpty() ? 0 : EventMapper.number(fields[3]);
        long endedMs = time(fields[4]);
        if (arrivedMs > endedMs || answeredMs > endedMs) {
            throw new IllegalArgumentException("an end before its beginning");
        }
        List<PhoneId> phones = answeredMs > 0 ? Phones.separated(fields[11]) : List.of();
        CallSnapshot last = new CallSnapshot(call, CallerText.callerId(fields[8], fields[9]), EventMapper.digits(fields[7]),
                arrivedMs, Stage.valueOf(fields[5]), new OfferId(EventMapper.number(fields[10])), phones, null, answeredMs);
        return new EndedCall(last, EventMapper.number(fields[2]), sent(fields[6]),
                Causes.ofEnd((int) EventMapper.number(fields[12]), "noted", ""), endedMs);
    }

    private static long time(String text) {
        long ms = EventMapper.number(text);
        if (ms == 0) {
            throw new IllegalArgumentException("\"" + text + "\" is no time");
        }
        return ms;
    }

    private static Sent sent(String text) {
        return Stream.of(Sent.values()).filter(sent -> sent.name().equals(text)).findFirst().orElse(Sent.NOWHERE);
    }
}
