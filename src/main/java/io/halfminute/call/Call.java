package io.halfminute.call;

import io.halfminute.pbx.CallId;
import io.halfminute.pbx.CallerId;

/** One customer's contact. A state machine whose only door is {@link #become}. */
public final class Call {

    private final CallId id;
    private final CallerId caller;
    private final String dialled;
    private final BrandId brand;
    private final long arrivedMs;
    private CallState state = CallState.IN_FLOW;
    private String reason = "arrived";
    private long sinceMs;
    private boolean answered;
    private CallEnd announcedEnd;

    /**
     * @param brand     null when nobody has the number that was dialled
     * @param arrivedMs when the PBX answered it
     */
    public Call(CallId id, CallerId caller, String dialled, BrandId brand, long arrivedMs) {
        this.id = id;
        this.caller = caller;
        this.dialled = dialled;
        this.brand = brand;
        this.arrivedMs = arrivedMs;
        this.sinceMs = arrivedMs;
    }

    /**
     * The one function that changes the state.
     *
     * @throws IllegalStateException when the call has ended
     */
    public void become(CallState to, String reason, long atMs) {
        if (state == CallState.ENDED) {
            throw new IllegalStateException("call " + id + " has ended and cannot become " + to + " (" + reason + ")");
        }
        answered |= to == CallState.CONNECTED;
        this.state = to;
        this.reason = reason;
        this.sinceMs = atMs;
    }

    /** The hotline itself ends the call in this way; null takes it back. */
    public void announceEnd(CallEnd end) {
        announcedEnd = end;
    }

    /** How the call counts when it ends now. */
    public CallEnd end() {
        if (answered) {
            return CallEnd.ANSWERED;
        }
        return announcedEnd != null ? announcedEnd : CallEnd.ABANDONED;
    }

    public CallId id() {
        return id;
    }

    public CallerId caller() {
        return caller;
    }

    public String dialled() {
        return dialled;
    }

    /** The shop; null when nobody has the number that was dialled. */
    public BrandId brand() {
        return brand;
    }

    public long arrivedMs() {
        return arrivedMs;
    }

    public CallState state() {
        return state;
    }

    public String reason() {
        return reason;
    }

    public long sinceMs() {
        return sinceMs;
    }

    /** Whether an agent has talked with the caller. */
    public boolean answered() {
        return answered;
    }
}
