-- Queues have seconds of credit now where they had a priority. A priority of before was no time and says nothing any more; its
-- column stays for servers of the version before, which still write it.
alter table call add column credit_ms integer not null default 0;
alter table call alter column priority set default 0;
