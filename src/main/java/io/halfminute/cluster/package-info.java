/**
 * Several servers for one hotline. One of them leads: it alone takes decisions and commands the PBX. Who leads is one row in
 * the database, a lease with an epoch, that only the database's clock ends; Hazelcast tells the nodes of one another, and is
 * believed in nothing that matters, since its open edition cannot tell a majority from a minority.
 */
package io.halfminute.cluster;
