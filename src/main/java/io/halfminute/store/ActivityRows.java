package io.halfminute.store;

import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentState;
import io.halfminute.pbx.CallId;
import io.halfminute.record.AgentActivity;
import io.halfminute.store.Tables.Activities;
import org.jooq.Record;

/** An agent's activity from a row. */
final class ActivityRows {

    private ActivityRows() {
    }

    static AgentActivity activity(Record row) {
        return new AgentActivity(new AgentId(row.get(Activities.AGENT)), AgentState.valueOf(row.get(Activities.STATE)),
                row.get(Activities.REASON), CallRows.id(row.get(Activities.CALL), CallId::new), row.get(Activities.FROM),
                CallRows.time(row, Activities.TO));
    }
}
