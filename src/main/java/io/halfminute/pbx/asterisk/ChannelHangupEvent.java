package io.halfminute.pbx.asterisk;

import org.asteriskjava.manager.AsteriskMapping;
import org.asteriskjava.manager.event.HangupEvent;

/** A channel's end with the cause in the words of its technology (a SIP status), which asterisk-java's class lacks. */
@AsteriskMapping("Hangup")
public final class ChannelHangupEvent extends HangupEvent {
    private static final long serialVersionUID = 1;

    private String techCause = "";

    /** Called by asterisk-java. */
    public ChannelHangupEvent(Object source) {
        super(source);
    }

    String techCause() {
        return techCause;
    }

    public void setTechCause(String techCause) {
        this.techCause = techCause;
    }
}
