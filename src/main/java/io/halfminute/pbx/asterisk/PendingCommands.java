package io.halfminute.pbx.asterisk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.manager.response.ManagerResponse;

/** Commands that were sent and not yet answered. asterisk-java keeps a callback for ever; here each has an end. */
final class PendingCommands {

    private final int max;
    private final Map<Long, Entry> entries = new LinkedHashMap<>();
    private long next;

    private record Entry(long dueMs, Consumer<String> onFailure) {
    }

    PendingCommands(int max) {
        this.max = max;
    }

    /**
     * @param dueMs     until when it must be answered
     * @param onFailure told at most once, with the reason
     * @throws IllegalStateException if too many are unanswered
     */
    synchronized long add(long dueMs, Consumer<String> onFailure) {
        if (entries.size() >= max) {
            throw new IllegalStateException(max + " commands are unanswered by the PBX");
        }
        entries.put(next, new Entry(dueMs, onFailure));
        return next++;
    }

    synchronized int size() {
        return entries.size();
    }

    /** The PBX's answer to one; a late one is nothing. */
    void answered(long id, ManagerResponse response) {
        if (response instanceof ManagerError) {
            fail(id, response.getMessage());
        } else {
            take(id);
        }
    }

    void fail(long id, String reason) {
        Entry entry = take(id);
        if (entry != null) {
            entry.onFailure().accept(reason);
        }
    }

    /** Fails those whose time is over. */
    void failOverdue(long nowMs) {
        due(nowMs).forEach(id -> fail(id, "the PBX did not answer"));
    }

    void failAll(String reason) {
        due(Long.MAX_VALUE).forEach(id -> fail(id, reason));
    }

    private synchronized List<Long> due(long nowMs) {
        List<Long> due = new ArrayList<>();
        entries.forEach((id, entry) -> {
            if (entry.dueMs() <= nowMs) {
                due.add(id);
            }
        });
        return due;
    }

    private synchronized Entry take(long id) {
        return entries.remove(id);
    }
}
