-- Customers who are to be rung, each with the last state of the promise; and calls of our own, which are not among those that
-- reached the hotline.
create table callback (
    id         bigint primary key,
    number     text    not null,
    state      text    not null,
    is_open    boolean not null,
    ticket     bigint,
    changed_ms bigint  not null,
    epoch      bigint  not null default 0,
    body       jsonb   not null
);
create index callback_open on callback (id) where is_open;
create index callback_ticket on callback (ticket, id);
create index callback_changed on callback (changed_ms desc);
alter table call add column called_back jsonb;
