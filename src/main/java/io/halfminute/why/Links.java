package io.halfminute.why;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** When the link to the PBX was down lately. */
final class Links {

    private static final int MOST = 32;

    private record Down(long fromMs, long toMs) {
    }

    private final Deque<Down> downs = new ArrayDeque<>();

    void changed(boolean up, long atMs) {
        if (up && !downs.isEmpty() && downs.getLast().toMs() == Long.MAX_VALUE) {
            downs.addLast(new Down(downs.removeLast().fromMs(), atMs));
        } else if (!up) {
            downs.addLast(new Down(atMs, Long.MAX_VALUE));
            if (downs.size() > MOST) {
                downs.removeFirst();
            }
        }
    }

    boolean isDown(long ms) {
        return downs.stream().anyMatch(down -> down.fromMs() <= ms && ms < down.toMs());
    }

    List<Long> edges() {
        List<Long> edges = new ArrayList<>();
        downs.forEach(down -> {
            edges.add(down.fromMs());
            edges.add(down.toMs());
        });
        return edges;
    }
}
