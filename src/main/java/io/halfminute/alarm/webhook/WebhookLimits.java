package io.halfminute.alarm.webhook;

import java.time.Duration;

/**
 * What a receiver may cost.
 *
 * @param waiting    messages that wait for one address; beyond it the oldest is given up
 * @param retryFirst pause after a failure, doubled each time
 * @param retryMost  the longest such pause
 * @param timeout    for one try
 */
public record WebhookLimits(int waiting, Duration retryFirst, Duration retryMost, Duration timeout) {

    public WebhookLimits {
        if (waiting < 1 || !retryFirst.isPositive() || retryMost.compareTo(retryFirst) < 0 || !timeout.isPositive()) {
            throw new IllegalArgumentException(waiting + " waiting, retries " + retryFirst + " to " + retryMost + ", timeout " + timeout
                    + ": at least one message, positive times, the last pause not shorter than the first");
        }
    }
}
