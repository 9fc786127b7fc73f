package io.halfminute.pbx.asterisk;

import org.asteriskjava.manager.AsteriskMapping;
import org.asteriskjava.manager.event.ResponseEvent;

/** The end of the list that {@link NotesAction} asks for. */
@AsteriskMapping("DBGetTreeComplete")
public final class NotesCompleteEvent extends ResponseEvent {
    private static final long serialVersionUID = 1;

    /** Called by asterisk-java. */
    public NotesCompleteEvent(Object source) {
        super(source);
    }

    public void setEventList(String eventList) {
        // Always "Complete"; the setter keeps asterisk-java from complaining.
    }

    public void setListItems(Integer listItems) {
        // Likewise.
    }
}
