package io.halfminute.pbx.asterisk;

import org.asteriskjava.manager.event.ResponseEvent;

/** The end of the list that {@link DeviceStateListAction} asks for. */
public final class DeviceStateListCompleteEvent extends ResponseEvent {
    private static final long serialVersionUID = 1;

    /** Called by asterisk-java. */
    public DeviceStateListCompleteEvent(Object source) {
        super(source);
    }

    public void setEventList(String eventList) {
        // Always "Complete"; the setter keeps asterisk-java from complaining.
    }

    public void setListItems(Integer listItems) {
        // Likewise.
    }
}
