package io.halfminute.agent;

import io.halfminute.pbx.PhoneId;

/**
 * An agent as configured.
 *
 * @param name  shown to colleagues
 * @param phone the phone that rings for him
 */
public record AgentSpec(AgentId id, String name, PhoneId phone, Skills skills) {
}
