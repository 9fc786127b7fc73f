package io.halfminute.web;

/**
 * One thing that the server needs.
 *
 * @param name     such as {@code pbx} or {@code database}
 * @param required without it the server is not ready
 * @param detail   for people; says nothing secret, since everybody who reaches the port reads it
 */
public record HealthPart(String name, boolean up, boolean required, String detail) {
}
