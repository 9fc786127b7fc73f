package io.halfminute.cluster;

/**
 * Who leads.
 *
 * @param epoch   larger with each change of the leader; goes with every command to the PBX
 * @param node    the leader's name
 * @param address where its pages are served, such as {@code http://10.0.0.5:8080}
 */
public record Lease(long epoch, String node, String address) {
}
