package io.halfminute.ticket;

/** How soon a ticket is to be dealt with, least urgent first. */
public enum TicketPriority { LOW, NORMAL, HIGH, URGENT }
