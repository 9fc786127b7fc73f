package io.halfminute.alarm.webhook;

import java.io.IOException;

/** Sends one message to one address. */
interface Poster {

    /**
     * @param lost messages given up for this address so far
     * @return the receiver's HTTP status
     * @throws IOException when there was no answer
     */
    int post(Message message, long lost) throws IOException, InterruptedException;
}
