package io.halfminute.callback;

import io.halfminute.pbx.CallId;
import io.halfminute.queue.Ask;
import io.halfminute.queue.QueueSpec;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All open callbacks: by id, by number, of which each has one at most, by the call that tries or holds them, and those whose
 * time has come by what they ask for, in the order in which they are served.
 */
public final class CallbackBook {

    /** The end of a number tells the same customer whatever stands before it: +86, 0086, 0. */
    private static final int TELLING_DIGITS = 9;

    private final TreeMap<CallbackId, Entry> open = new TreeMap<>();
    private final Map<String, Entry> byNumber = new HashMap<>();
    private final Map<CallId, Entry> byCall = new HashMap<>();
    /** Those that ask for the same are of one kind: who can take one can take all of them. */
    private final Map<Ask, TreeSet<Entry>> due = new HashMap<>();

    public int size() {
        return open.size();
    }

    public boolean isEmpty() {
        return open.isEmpty();
    }

    /** All of them, oldest first. */
    public Collection<Entry> all() {
        return List.copyOf(open.values());
    }

    public Optional<Entry> find(CallbackId id) {
        return Optional.ofNullable(open.get(id));
    }

    /** The callback to this number. */
    public Optional<Entry> ofNumber(String number) {
        return byNumber.isEmpty() ? Optional.empty() : Optional.ofNullable(byNumber.get(key(number)));
    }

    /** The callback that this call tries or holds. */
    public Optional<Entry> ofCall(CallId call) {
        return byCall.isEmpty() ? Optional.empty() : Optional.ofNullable(byCall.get(call));
    }

    /** One more. @param postponeMs by how much those give way who are late; see {@link CallbackSpec} */
    public Entry add(Callback callback, QueueSpec queue, CallbackSpec spec, int postponeMs) {
        long orderMs = callback.request().sinceMs() + queue.targetMs() - queue.creditMs() - spec.creditMs() + postponeMs;
        Entry entry = new Entry(callback, queue, orderMs);
        open.put(callback.id(), entry);
        byNumber.put(key(callback.request().number()), entry);
        change(entry, callback);
        return entry;
    }

    /** It is so from now on; a closed one is gone. It is due no more until {@link #due(Entry)} says so. */
    public void change(Entry entry, Callback now) {
        due.computeIfPresent(entry.ask(), (_, all) -> all.remove(entry) && all.isEmpty() ? null : all);
        if (entry.now.call() != null) {
            byCall.remove(entry.now.call(), entry);
        }
        entry.now = now;
        if (!now.isOpen()) {
            open.remove(now.id());
            byNumber.remove(key(now.request().number()), entry);
        } else if (now.call() != null) {
            byCall.put(now.call(), entry);
        }
    }

    /** Its time has come; it is served in its turn. */
    public void due(Entry entry) {
        if (entry.now.state() == CallbackState.WAITING) {
            due.computeIfAbsent(entry.ask(), _ -> new TreeSet<>(Entry.ORDER)).add(entry);
        }
    }

    /** Of those whose time has come the first of each kind, in the order in which they are served. */
    public List<Entry> firsts() {
        return due.isEmpty() ? List.of() : due.values().stream().map(TreeSet::first).sorted(Entry.ORDER).toList();
    }

    private static String key(String number) {
        String digits = number.replaceAll("[^0-9]", "");
        return digits.length() <= TELLING_DIGITS ? digits : digits.substring(digits.length() - TELLING_DIGITS);
    }
}
