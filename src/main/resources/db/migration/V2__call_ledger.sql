-- What a call's queue asked for; empty for calls of before.
alter table call add column skills text[] not null default '{}';

-- One row a call, written with the last state of its record and never again: what every service level is counted from. It
-- holds what happened and the inputs that were in force, not what came of a formula, so that each formula can be counted from
-- it and none changes the past. No personal data is in it: it outlives the call's record.
create table call_ledger (
    call             text    primary key,
    brand            text,                      -- null: nobody has the number that was dialled
    queue            text,                      -- null likewise
    skills           text[]  not null,          -- asked for, needed or liked
    credit           integer not null,          -- how far before others it was to be served, as its queue said
    arrived_ms       bigint  not null,          -- the PBX answered: the caller's own clock begins
    line_ms          bigint,                    -- stood in a line for the first time
    offered_ms       bigint,                    -- an agent was chosen for the first time
    ringing_ms       bigint,                    -- an agent's phone rang for the first time
    answered_ms      bigint,                    -- talked with an agent for the first time
    left_ms          bigint  not null,          -- out of the line: answered, taken out, or hung up
    talk_ended_ms    bigint,
    ended_ms         bigint  not null,
    ended_how        text    not null,
    leaving          text    not null,          -- how it left the line
    cause_reason     text,
    seen             boolean not null,          -- false: the end is the latest possible one
    target_ms        integer,                   -- until when it was to be answered, from arrived_ms; null without a queue
    short_abandon_ms integer not null,          -- who hung up sooner is a short abandon where a definition has such
    rules            integer not null           -- the version of the rules by which the two were set
);
create index call_ledger_by_arrival on call_ledger (arrived_ms);

insert into call_ledger
select id, brand, queue, skills, priority, arrived_ms, line_ms, offered_ms, ringing_ms, answered_ms,
       coalesce(answered_ms, ended_ms), talk_ended_ms, ended_ms, ended_how,
       case when ended_how = 'ANSWERED' or answered_ms is not null then 'ANSWERED'
            when line_ms is null then 'NEVER_QUEUED'
            when ended_how = 'ABANDONED' then 'HUNG_UP'
            when ended_how = 'CALLBACK_TAKEN' then 'CALLBACK'
            when ended_how = 'VOICEMAIL' then 'KEY'
            else 'TAKEN_OUT' end,
       cause_reason, seen, nullif(deadline_ms - arrived_ms, 0), 5000, 1
from (select call.*, coalesce(waiting_ms, (select min((each ->> 'fromMs')::bigint) from jsonb_array_elements(segments) each
             where each ->> 'kind' in ('WAITING', 'RINGING', 'FALLBACK'))) as line_ms
      from call where ended_ms is not null) as ended;

create trigger call_ledger_append_only before update or delete on call_ledger
    for each row execute function refuse_change();
create trigger call_ledger_never_emptied before truncate on call_ledger
    for each statement execute function refuse_change();
