-- Times are milliseconds since 1970; a time that was not reached is null.

create table customer (
    id            bigint generated always as identity primary key,
    number        text   not null unique,   -- E.164 with +, else digits as the PBX gave them
    name          text   not null,
    first_seen_ms bigint not null,
    last_seen_ms  bigint not null
);

create table ticket (
    number       bigint generated always as identity primary key,
    version      integer not null default 0,
    brand        text,
    customer     bigint references customer,
    topic        text    not null,
    type         text,
    status       text    not null,
    priority     text    not null,
    opened_ms    bigint  not null,
    changed_ms   bigint  not null,
    last_call_ms bigint  not null,
    calls        integer not null
);
create index ticket_by_change on ticket (changed_ms desc, number desc);
create index ticket_by_customer on ticket (customer, last_call_ms desc);

create table call (
    id                 text    primary key,
    ticket             bigint  not null references ticket,
    customer           bigint  references customer,
    caller_number      text    not null,
    caller_name        text    not null,
    dialled            text    not null,
    brand              text,
    queue              text,
    priority           integer not null,
    arrived_ms         bigint  not null,
    waiting_ms         bigint,
    offered_ms         bigint,
    ringing_ms         bigint,
    answered_ms        bigint,
    talk_ended_ms      bigint,
    ended_ms           bigint,
    deadline_ms        bigint,
    deadline_missed_ms bigint,
    ended_how          text,
    cause_reason       text,
    cause_raw          text,
    seen               boolean not null,
    adopted            boolean not null,
    agents             text[]  not null,
    offers             jsonb   not null,
    segments           jsonb   not null
);
create index call_by_arrival on call (arrived_ms desc, id desc);
create index call_by_ticket on call (ticket);
create index call_by_customer on call (customer, arrived_ms desc);
create index call_by_agent on call using gin (agents);
create index call_live on call (arrived_ms) where ended_ms is null;

create table call_decision (
    call   text   not null references call,
    offer  bigint not null,
    at_ms  bigint not null,
    body   jsonb  not null,
    primary key (call, offer)
);

create table agent_activity (
    id      bigint generated always as identity primary key,
    agent   text   not null,
    state   text   not null,
    reason  text   not null,
    call    text,
    from_ms bigint not null,
    to_ms   bigint
);
create index agent_activity_by_time on agent_activity (from_ms, agent);
-- An agent is in one state at a time.
create unique index agent_activity_open on agent_activity (agent) where to_ms is null;

create table ticket_note (
    id     bigint generated always as identity primary key,
    ticket bigint not null references ticket,
    at_ms  bigint not null,
    author text   not null,
    body   text   not null,
    call   text
);
create index ticket_note_by_ticket on ticket_note (ticket, id);

create table ticket_change (
    id     bigint generated always as identity primary key,
    ticket bigint not null references ticket,
    at_ms  bigint not null,
    author text   not null,
    what   text   not null,
    before text,
    after  text
);
create index ticket_change_by_ticket on ticket_change (ticket, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are only ever added', tg_table_name;
end $$;
create trigger ticket_note_append_only before update or delete on ticket_note
    for each row execute function refuse_change();
create trigger ticket_change_append_only before update or delete on ticket_change
    for each row execute function refuse_change();

create table user_password (
    name       text   primary key,
    hash       text   not null,
    changed_ms bigint not null
);

create table session (
    token_hash bytea  primary key,
    user_name  text   not null,
    created_ms bigint not null,
    expires_ms bigint not null
);
create index session_by_user on session (user_name, created_ms desc);
create index session_by_expiry on session (expires_ms);

-- How far each server's outbox has been taken in; what is at or below is not taken in again.
create table outbox_position (
    outbox  text   primary key,
    applied bigint not null
);
