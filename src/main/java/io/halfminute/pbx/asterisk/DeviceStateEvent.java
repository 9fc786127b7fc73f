package io.halfminute.pbx.asterisk;

import org.asteriskjava.manager.AsteriskMapping;
import org.asteriskjava.manager.event.ResponseEvent;

/** A device's state, told by itself or within the list that was asked for; asterisk-java's own class knows no lists. */
@AsteriskMapping("DeviceStateChange")
public final class DeviceStateEvent extends ResponseEvent {
    private static final long serialVersionUID = 1;

    private String device = "";
    private String state = "";

    /** Called by asterisk-java. */
    public DeviceStateEvent(Object source) {
        super(source);
    }

    String device() {
        return device;
    }

    public void setDevice(String device) {
        this.device = device;
    }

    String state() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }
}
