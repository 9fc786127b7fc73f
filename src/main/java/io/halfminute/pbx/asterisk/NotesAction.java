package io.halfminute.pbx.asterisk;

import org.asteriskjava.manager.action.AbstractManagerAction;
import org.asteriskjava.manager.action.EventGeneratingAction;
import org.asteriskjava.manager.event.ResponseEvent;

/** Asks for a branch of Asterisk's own small database; asterisk-java has no such action. */
public final class NotesAction extends AbstractManagerAction implements EventGeneratingAction {
    private static final long serialVersionUID = 1;

    private final String family;
    private final String key;

    /** @param key null for all of the family */
    NotesAction(String family, String key) {
        this.family = family;
        this.key = key;
    }

    @Override
    public String getAction() {
        return "DBGetTree";
    }

    public String getFamily() {
        return family;
    }

    public String getKey() {
        return key;
    }

    @Override
    public Class<? extends ResponseEvent> getActionCompleteEventClass() {
        return NotesCompleteEvent.class;
    }
}
