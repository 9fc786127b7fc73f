package io.halfminute.callback;

/**
 * Which callers hear, once while they wait, that by a key they would be called back and keep their place.
 *
 * @param on          whether any do
 * @param waitedMs    who has waited so long since the PBX answered him
 * @param predictedMs who is expected to wait so long from now on, by the bound of the forecast; whichever is sooner
 * @param keyMs       from the end of the sentence to the moment until which the key counts
 */
public record ByKey(boolean on, int waitedMs, int predictedMs, int keyMs) {

    /** Nobody is asked. */
    public static final ByKey OFF = new ByKey(false, 0, 0, 0);
}
