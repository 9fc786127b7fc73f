package io.halfminute.acd;

import io.halfminute.pbx.PbxCommand;
import java.util.List;
import java.util.Optional;

/**
 * What one step asks for and tells.
 *
 * @param commands to the PBX, in order
 * @param events   what happened, in order
 * @param refusal  why the request of an agent was not granted; empty when it was, or when the input was no request
 */
public record Outputs(List<PbxCommand> commands, List<AcdEvent> events, Optional<Refusal> refusal) {

    /** A request that was not granted. */
    public record Refusal(Code code, String message) {
        /** The closed list of refusals; the names are part of the HTTP API. */
        public enum Code { UNKNOWN_AGENT, NOT_SIGNED_IN, UNKNOWN_REASON, PHONE_UNREACHABLE, WRONG_STATE,
            NUMBER_NOT_ALLOWED, TOO_MANY_CALLBACKS, UNKNOWN_CALLBACK, UNKNOWN_QUEUE, FORBIDDEN }
    }
}
