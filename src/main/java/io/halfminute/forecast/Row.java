package io.halfminute.forecast;

import java.util.Arrays;

/** Numbers in a row, taken from the front; used over and over. */
final class Row {

    private int[] numbers = new int[64];
    private int from;
    private int to;

    static Row[] rows(int count) {
        Row[] rows = new Row[count];
        Arrays.setAll(rows, _ -> new Row());
        return rows;
    }

    void clear() {
        from = 0;
        to = 0;
    }

    int size() {
        return to - from;
    }

    boolean isEmpty() {
        return from == to;
    }

    int get(int place) {
        return numbers[from + place];
    }

    void add(int number) {
        insert(size(), number);
    }

    /** Puts it at this place; those from there on stand one further back. */
    void insert(int place, int number) {
        if (to == numbers.length) {
            makeRoom();
        }
        int at = from + place;
        System.arraycopy(numbers, at, numbers, at + 1, to - at);
        numbers[at] = number;
        to++;
    }

    private void makeRoom() {
        int[] source = numbers;
        if (size() > numbers.length / 2) {
            numbers = new int[2 * source.length];
        }
        System.arraycopy(source, from, numbers, 0, to - from);
        to -= from;
        from = 0;
    }

    int removeFirst() {
        return numbers[from++];
    }

    /** Takes the one at this place out. */
    int remove(int place) {
        int at = from + place;
        int number = numbers[at];
        System.arraycopy(numbers, from, numbers, from + 1, place);
        from++;
        return number;
    }
}
