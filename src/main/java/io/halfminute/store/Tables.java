package io.halfminute.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The names of tables and columns, as in {@code db/migration}; nowhere else is one written. */
final class Tables {

    private Tables() {
    }

    static final class Customers {
        static final Table<Record> TABLE = table(name("customer"));
        static final Field<Long> ID = number("customer", "id");
        static final Field<String> NUMBER = text("customer", "number");
        static final Field<String> NAME = text("customer", "name");
        static final Field<Long> FIRST_SEEN = number("customer", "first_seen_ms");
        static final Field<Long> LAST_SEEN = number("customer", "last_seen_ms");
    }

    static final class Tickets {
        static final Table<Record> TABLE = table(name("ticket"));
        static final Field<Long> NUMBER = number("ticket", "number");
        static final Field<Integer> VERSION = count("ticket", "version");
        static final Field<String> BRAND = text("ticket", "brand");
        static final Field<Long> CUSTOMER = number("ticket", "customer");
        static final Field<String> TOPIC = text("ticket", "topic");
        static final Field<String> TYPE = text("ticket", "type");
        static final Field<String> STATUS = text("ticket", "status");
        static final Field<String> PRIORITY = text("ticket", "priority");
        static final Field<Long> OPENED = number("ticket", "opened_ms");
        static final Field<Long> CHANGED = number("ticket", "changed_ms");
        static final Field<Long> LAST_CALL = number("ticket", "last_call_ms");
        static final Field<Integer> CALLS = count("ticket", "calls");
    }

    static final class Calls {
        static final Table<Record> TABLE = table(name("call"));
        static final Field<String> ID = text("call", "id");
        static final Field<Long> TICKET = number("call", "ticket");
        static final Field<Long> CUSTOMER = number("call", "customer");
        static final Field<String> CALLER_NUMBER = text("call", "caller_number");
        static final Field<String> CALLER_NAME = text("call", "caller_name");
        static final Field<String> DIALLED = text("call", "dialled");
        static final Field<String> PBX = text("call", "pbx");
        static final Field<String> BRAND = text("call", "brand");
        static final Field<String> QUEUE = text("call", "queue");
        static final Field<Integer> CREDIT = count("call", "credit_ms");
        static final Field<Long> EPOCH = number("call", "epoch");
        static final Field<Long> ARRIVED = number("call", "arrived_ms");
        static final Field<Long> WAITING = number("call", "waiting_ms");
        static final Field<Long> OFFERED = number("call", "offered_ms");
        static final Field<Long> RINGING = number("call", "ringing_ms");
        static final Field<Long> ANSWERED = number("call", "answered_ms");
        static final Field<Long> TALK_ENDED = number("call", "talk_ended_ms");
        static final Field<Long> ENDED = number("call", "ended_ms");
        static final Field<Long> DEADLINE = number("call", "deadline_ms");
        static final Field<Long> DEADLINE_MISSED = number("call", "deadline_missed_ms");
        static final Field<String> ENDED_HOW = text("call", "ended_how");
        static final Field<String> CAUSE_REASON = text("call", "cause_reason");
        static final Field<String> CAUSE_RAW = text("call", "cause_raw");
        static final Field<Boolean> SEEN = field(name("call", "seen"), SQLDataType.BOOLEAN);
        static final Field<Boolean> ADOPTED = field(name("call", "adopted"), SQLDataType.BOOLEAN);
        static final Field<String[]> AGENTS = field(name("call", "agents"), SQLDataType.CLOB.array());
        static final Field<String[]> SKILLS = field(name("call", "skills"), SQLDataType.CLOB.array());
        static final Field<JSONB> OFFERS = json("call", "offers");
        static final Field<JSONB> SEGMENTS = json("call", "segments");
        static final Field<JSONB> STEPS = json("call", "steps");
        static final Field<String> LATE_CAUSE = text("call", "late_cause");
        static final Field<JSONB> LATE = json("call", "late");
        static final Field<JSONB> CALLED_BACK = json("call", "called_back");
    }

    static final class Callbacks {
        static final Table<Record> TABLE = table(name("callback"));
        static final Field<Long> ID = number("callback", "id");
        static final Field<String> NUMBER = text("callback", "number");
        static final Field<String> STATE = text("callback", "state");
        static final Field<Boolean> OPEN = field(name("callback", "is_open"), SQLDataType.BOOLEAN);
        static final Field<Long> TICKET = number("callback", "ticket");
        static final Field<Long> CHANGED = number("callback", "changed_ms");
        static final Field<Long> EPOCH = number("callback", "epoch");
        static final Field<JSONB> BODY = json("callback", "body");
    }

    static final class Ledger {
        static final Table<Record> TABLE = table(name("call_ledger"));
        static final Field<String> CALL = text("call_ledger", "call");
        static final Field<String> BRAND = text("call_ledger", "brand");
        static final Field<String> QUEUE = text("call_ledger", "queue");
        static final Field<String[]> SKILLS = field(name("call_ledger", "skills"), SQLDataType.CLOB.array());
        static final Field<Integer> CREDIT = count("call_ledger", "credit");
        static final Field<Long> ARRIVED = number("call_ledger", "arrived_ms");
        static final Field<Long> LINE = number("call_ledger", "line_ms");
        static final Field<Long> OFFERED = number("call_ledger", "offered_ms");
        static final Field<Long> RINGING = number("call_ledger", "ringing_ms");
        static final Field<Long> ANSWERED = number("call_ledger", "answered_ms");
        static final Field<Long> LEFT = number("call_ledger", "left_ms");
        static final Field<Long> TALK_ENDED = number("call_ledger", "talk_ended_ms");
        static final Field<Long> ENDED = number("call_ledger", "ended_ms");
        static final Field<String> ENDED_HOW = text("call_ledger", "ended_how");
        static final Field<String> LEAVING = text("call_ledger", "leaving");
        static final Field<String> CAUSE_REASON = text("call_ledger", "cause_reason");
        static final Field<Boolean> SEEN = field(name("call_ledger", "seen"), SQLDataType.BOOLEAN);
        static final Field<Integer> TARGET = count("call_ledger", "target_ms");
        static final Field<Integer> SHORT_ABANDON = count("call_ledger", "short_abandon_ms");
        static final Field<Integer> RULES = count("call_ledger", "rules");
    }

    static final class Decisions {
        static final Table<Record> TABLE = table(name("call_decision"));
        static final Field<String> CALL = text("call_decision", "call");
        static final Field<Long> OFFER = number("call_decision", "offer");
        static final Field<Long> AT = number("call_decision", "at_ms");
        static final Field<JSONB> BODY = json("call_decision", "body");
    }

    static final class Activities {
        static final Table<Record> TABLE = table(name("agent_activity"));
        static final Field<Long> ID = number("agent_activity", "id");
        static final Field<String> AGENT = text("agent_activity", "agent");
        static final Field<String> STATE = text("agent_activity", "state");
        static final Field<String> REASON = text("agent_activity", "reason");
        static final Field<String> CALL = text("agent_activity", "call");
        static final Field<Long> FROM = number("agent_activity", "from_ms");
        static final Field<Long> TO = number("agent_activity", "to_ms");
    }

    static final class Notes {
        static final Table<Record> TABLE = table(name("ticket_note"));
        static final Field<Long> ID = number("ticket_note", "id");
        static final Field<Long> TICKET = number("ticket_note", "ticket");
        static final Field<Long> AT = number("ticket_note", "at_ms");
        static final Field<String> AUTHOR = text("ticket_note", "author");
        static final Field<String> BODY = text("ticket_note", "body");
        static final Field<String> CALL = text("ticket_note", "call");
    }

    static final class Changes {
        static final Table<Record> TABLE = table(name("ticket_change"));
        static final Field<Long> ID = number("ticket_change", "id");
        static final Field<Long> TICKET = number("ticket_change", "ticket");
        static final Field<Long> AT = number("ticket_change", "at_ms");
        static final Field<String> AUTHOR = text("ticket_change", "author");
        static final Field<String> WHAT = text("ticket_change", "what");
        static final Field<String> BEFORE = text("ticket_change", "before");
        static final Field<String> AFTER = text("ticket_change", "after");
    }

    static final class UserPasswords {
        static final Table<Record> TABLE = table(name("user_password"));
        static final Field<String> NAME = text("user_password", "name");
        static final Field<String> HASH = text("user_password", "hash");
        static final Field<Long> CHANGED = number("user_password", "changed_ms");
    }

    static final class Sessions {
        static final Table<Record> TABLE = table(name("session"));
        static final Field<byte[]> TOKEN_HASH = field(name("session", "token_hash"), SQLDataType.BLOB);
        static final Field<String> USER = text("session", "user_name");
        static final Field<Long> CREATED = number("session", "created_ms");
        static final Field<Long> EXPIRES = number("session", "expires_ms");
    }

    static final class Positions {
        static final Table<Record> TABLE = table(name("outbox_position"));
        static final Field<String> OUTBOX = text("outbox_position", "outbox");
        static final Field<Long> APPLIED = number("outbox_position", "applied");
    }

    private static Field<String> text(String table, String column) {
        return field(name(table, column), SQLDataType.CLOB);
    }

    private static Field<Long> number(String table, String column) {
        return field(name(table, column), SQLDataType.BIGINT);
    }

    private static Field<Integer> count(String table, String column) {
        return field(name(table, column), SQLDataType.INTEGER);
    }

    private static Field<JSONB> json(String table, String column) {
        return field(name(table, column), SQLDataType.JSONB);
    }
}
