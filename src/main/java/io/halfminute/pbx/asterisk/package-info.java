/**
 * The adapter to Asterisk: two connections to its manager interface (one hears, one acts) and a FastAGI server for the
 * moment of arrival. The only package that knows asterisk-java, and of that only {@code manager} and {@code fastagi}.
 *
 * <pre>
 *  hm-events  --ManagerEvent--> Inbox --> EventMapper --PbxEvent--> listener     (one thread)
 *  hm-actions &lt;--Gateway------- CommandSender &lt;-- send(PbxCommand)                (one thread)
 *             &lt;--Gateway------- LinkKeeper: connect, snapshot, ping, heartbeat    (one thread)
 * </pre>
 */
package io.halfminute.pbx.asterisk;
