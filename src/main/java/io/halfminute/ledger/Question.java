package io.halfminute.ledger;

import io.halfminute.agent.SkillId;
import io.halfminute.call.BrandId;
import io.halfminute.queue.QueueId;
import io.halfminute.record.Window;

/**
 * Which calls a report is of: those that arrived in the window and meet every criterion that is not null.
 *
 * @param skill that they asked for
 */
public record Question(Window window, Grouping by, QueueId queue, BrandId brand, SkillId skill) {
}
