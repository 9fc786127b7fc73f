package io.halfminute.pbx.asterisk;

import io.halfminute.pbx.PbxEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.asteriskjava.manager.event.ManagerEvent;

/**
 * What is heard over one link, as the listener gets it: first it is collected; when the PBX's lists have come, the
 * snapshot is delivered, then what was collected and is newer, then everything as it comes. To collect again before
 * another snapshot is taken, so that the snapshot is never older than what was delivered before it.
 *
 * <p>All of it in the inbox's turns.
 */
final class Session {

    private final EventMapper mapper;
    private final Consumer<PbxEvent> listener;
    private final int maxCollected;
    private final List<Heard> collected = new ArrayList<>();
    private boolean collecting = true;
    private boolean announced;
    private boolean overflowed;
    private boolean over;

    private record Heard(ManagerEvent event, long atMs) {
    }

    Session(EventMapper mapper, Consumer<PbxEvent> listener, int maxCollected) {
        this.mapper = mapper;
        this.listener = listener;
        this.maxCollected = maxCollected;
    }

    /** @return whether something must have been missed, so that a snapshot is wanted */
    boolean heard(ManagerEvent event, long atMs) {
        if (over) {
            return false;
        }
        if (!collecting) {
            mapper.map(event, atMs).forEach(listener);
            return mapper.takeMissed();
        }
        overflowed |= collected.size() >= maxCollected;
        if (!overflowed) {
            collected.add(new Heard(event, atMs));
        }
        return false;
    }

    void collect() {
        collecting = true;
    }

    /**
     * @param startedNew whether the PBX is another one than that of the last snapshot; taken back once it is told
     * @return whether something was dropped meanwhile, so that another snapshot is wanted
     */
    boolean deliver(Channels channels, List<PbxEvent.EndedCall> ended, AtomicBoolean startedNew) {
        if (over) {
            return false;
        }
        mapper.reset(channels);
        if (!ended.isEmpty()) {
            listener.accept(new PbxEvent.EndedUnwatched(ended, mapper.pbx(), channels.atMs()));
        }
        listener.accept(channels.snapshot(mapper.pbx(), startedNew.getAndSet(false)));
        announced = true;
        collecting = false;
        List<Heard> newer = collected.stream().filter(heard -> heard.atMs() >= channels.atMs()).toList();
        collected.clear();
        boolean again = overflowed;
        overflowed = false;
        newer.forEach(heard -> mapper.map(heard.event(), heard.atMs()).forEach(listener));
        mapper.takeMissed();
        return again;
    }

    /** Told once, and only of a link that was announced by a snapshot. */
    void lost(String why, long atMs) {
        if (!over && announced) {
            listener.accept(new PbxEvent.LinkLost(why, mapper.pbx(), atMs));
        }
        over = true;
    }
}
