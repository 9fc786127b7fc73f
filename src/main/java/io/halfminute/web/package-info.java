/**
 * HTTP and WebSocket: the API under {@code /api/v1}, live states on {@code /events}, the built pages, health and metrics.
 * The only user of Vert.x web.
 *
 * <p>One event loop serves everything and never waits: whatever may block (database, password hashing) runs on virtual
 * threads through {@link io.halfminute.web.Offload}, with a limit on how many and how long. Requests are checked against
 * {@code openapi/halfminute.yaml} before any handler sees them, so handlers deal with rights and meaning only. A request
 * goes:
 * <pre>
 * SecurityHeaders - RequestClock - body - Doorkeeper (who?) - validation - handler - Answer
 *                                    \________________________________________/
 *                                       any ProblemException or failure -> Problems
 * </pre>
 */
package io.halfminute.web;
