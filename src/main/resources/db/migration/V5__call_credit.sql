-- Queues have seconds of credit now where they had a priority. A priority of before was no time and says nothing any more.
alter table call add column credit_ms integer not null default 0;
alter table call drop column priority;
