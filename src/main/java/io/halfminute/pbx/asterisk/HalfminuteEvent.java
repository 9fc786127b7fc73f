package io.halfminute.pbx.asterisk;

import org.asteriskjava.manager.event.UserEvent;

/**
 * A caller's step, told by our own dialplan ({@code UserEvent(Halfminute,Step: ...)}).
 */
public final class HalfminuteEvent extends UserEvent {
    private static final long serialVersionUID = 1;

    private String step = "";
    private String dialled = "";
    private String number = "";
    private String name = "";
    private String arrived = "";
    private String offer = "";
    private String phone = "";
    private String dialStatus = "";
    private String hangupCause = "";
    private String seconds = "";

    public HalfminuteEvent(Object source) {
        super(source);
    }

    String step() {
        return step;
    }

    public void setStep(String step) {
        this.step = step;
    }

    String dialled() {
        return dialled;
    }

    public void setDialled(String dialled) {
        this.dialled = dialled;
    }

    String number() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    /** Base64 of what the caller calls himself. */
    String name() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    String arrived() {
        return arrived;
    }

    public void setArrived(String arrived) {
        this.arrived = arrived;
    }

    String offer() {
        return offer;
    }

    public void setOffer(String offer) {
        this.offer = offer;
    }

    String phone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    String dialStatus() {
        return dialStatus;
    }

    public void setDialStatus(String dialStatus) {
        this.dialStatus = dialStatus;
    }

    String hangupCause() {
        return hangupCause;
    }

    public void setHangupCause(String hangupCause) {
        this.hangupCause = hangupCause;
    }

    String seconds() {
        return seconds;
    }

    public void setSeconds(String seconds) {
        this.seconds = seconds;
    }
}
