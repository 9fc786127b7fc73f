package io.halfminute.forecast;

/** Who stands in which line in a {@link Play}, and who comes next: by deadline less credit, the late ones later. */
final class Lines {

    private final Picture picture;
    private final PlayedCalls calls;
    private final Row[] lines;

    Lines(Picture picture, PlayedCalls calls) {
        this.picture = picture;
        this.calls = calls;
        this.lines = Row.rows(picture.queues().size());
    }

    void clear() {
        for (Row line : lines) {
            line.clear();
        }
    }

    Row of(int q) {
        return lines[q];
    }

    /** Takes a place behind those who arrived before. */
    void stand(int q, int call) {
        Row line = lines[q];
        int place = line.size();
        while (place > 0 && calls.arrivedMs[line.get(place - 1)] > calls.arrivedMs[call]) {
            place--;
        }
        line.insert(place, call);
    }

    /** Takes out whom an agent of this class serves next; -1 if there is nobody. */
    int next(int kind, long nowMs) {
        int best = -1;
        for (int q = 0; q < lines.length; q++) {
            if (!lines[q].isEmpty() && admits(q, first(q, nowMs), kind, nowMs)
                    && (best < 0 || isBefore(q, best, nowMs))) {
                best = q;
            }
        }
        return best < 0 ? -1 : lines[best].remove(place(best, nowMs));
    }

    private boolean admits(int q, int call, int kind, long nowMs) {
        Picture.Queue queue = picture.queues().get(q);
        for (int each : calls.kinds(call, queue, nowMs)) {
            if (each == kind) {
                return true;
            }
        }
        return false;
    }

    private boolean isBefore(int q, int other, long nowMs) {
        return orderMs(q, nowMs) < orderMs(other, nowMs);
    }

    private long orderMs(int q, long nowMs) {
        return dueMs(first(q, nowMs), nowMs) - picture.queues().get(q).creditMs();
    }

    private int first(int q, long nowMs) {
        return lines[q].get(place(q, nowMs));
    }

    private long dueMs(int call, long nowMs) {
        long deadline = calls.deadlineMs[call];
        return deadline < nowMs ? deadline + picture.postponeLateMs() : deadline;
    }

    /** Where he stands who comes next: at the front, unless he is late and somebody who is not comes before him. */
    private int place(int q, long nowMs) {
        Row line = lines[q];
        if (picture.postponeLateMs() == 0 || calls.deadlineMs[line.get(0)] >= nowMs) {
            return 0;
        }
        for (int place = 1; place < line.size(); place++) {
            if (calls.deadlineMs[line.get(place)] >= nowMs) {
                return dueMs(line.get(place), nowMs) < dueMs(line.get(0), nowMs) ? place : 0;
            }
        }
        return 0;
    }
}
