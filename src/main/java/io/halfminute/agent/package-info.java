/** Agents: who can work, with which skills, and in which state. */
package io.halfminute.agent;
