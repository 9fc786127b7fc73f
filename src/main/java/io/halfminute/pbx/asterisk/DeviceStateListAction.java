package io.halfminute.pbx.asterisk;

import org.asteriskjava.manager.action.AbstractManagerAction;
import org.asteriskjava.manager.action.EventGeneratingAction;
import org.asteriskjava.manager.event.ResponseEvent;

/** Asks for the state of every device; asterisk-java has no such action. */
public final class DeviceStateListAction extends AbstractManagerAction implements EventGeneratingAction {
    private static final long serialVersionUID = 1;

    @Override
    public String getAction() {
        return "DeviceStateList";
    }

    @Override
    public Class<? extends ResponseEvent> getActionCompleteEventClass() {
        return DeviceStateListCompleteEvent.class;
    }
}
