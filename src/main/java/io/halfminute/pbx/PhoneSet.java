package io.halfminute.pbx;

import java.util.AbstractSet;
import java.util.BitSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/**
 * Some of the phones on a list that many such sets share, so that one more of them costs a bit for each phone. It never
 * changes, and goes through its phones in the order of the list.
 */
public final class PhoneSet extends AbstractSet<PhoneId> {

    private final List<PhoneId> all;
    private final BitSet in;
    private final int size;

    /**
     * @param all without change from now on, sorted, each phone once
     * @param in  which of them, by their places on the list; is copied
     */
    public PhoneSet(List<PhoneId> all, BitSet in) {
        this.all = all;
        this.in = (BitSet) in.clone();
        this.size = in.cardinality();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean contains(Object phone) {
        int place = phone instanceof PhoneId id ? Collections.binarySearch(all, id) : -1;
        return place >= 0 && in.get(place);
    }

    @Override
    public Iterator<PhoneId> iterator() {
        return in.stream().mapToObj(all::get).iterator();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PhoneSet set && set.all == all ? in.equals(set.in) : super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
