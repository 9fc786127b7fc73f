package io.halfminute.pbx.asterisk;

/** A value that must not be sent to the manager interface, since a line break in it would begin another header. */
public final class UnsafeActionException extends IllegalArgumentException {

    private static final int HEAD = 40;

    UnsafeActionException(String action, String key, String value, String why) {
        super("action " + action + ": " + key + "=\"" + head(value) + "\" " + why
                + ".\nMaybe it is a caller's text; only ids are sent to the PBX.");
    }

    private static String head(String value) {
        String shown = value.length() > HEAD ? value.substring(0, HEAD) + "…" : value;
        return shown.replace("\r", "\\r").replace("\n", "\\n").replace("\0", "\\0");
    }
}
