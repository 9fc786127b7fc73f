package io.halfminute.pbx.asterisk;

import org.asteriskjava.manager.AsteriskMapping;
import org.asteriskjava.manager.event.ResponseEvent;

/** One row of the list that {@link NotesAction} asks for. */
@AsteriskMapping("DBGetTreeResponse")
public final class NoteEvent extends ResponseEvent {
    private static final long serialVersionUID = 1;

    private String key = "";
    private String val = "";

    /** Called by asterisk-java. */
    public NoteEvent(Object source) {
        super(source);
    }

    String key() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    String val() {
        return val;
    }

    public void setVal(String val) {
        this.val = val;
    }
}
