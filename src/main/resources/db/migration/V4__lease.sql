-- Who leads a domain. Its end is a time of the database's own clock, in milliseconds since 1970.
create table lease (
    domain   text   primary key,
    epoch    bigint not null,
    node     text   not null,
    address  text   not null,
    until_ms bigint not null
);

-- Which leadership wrote the row last; what an earlier one still has in its outbox changes it no more.
alter table call add column epoch bigint not null default 0;
