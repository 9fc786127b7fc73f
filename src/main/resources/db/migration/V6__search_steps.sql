-- How the search for an agent went: which rings opened and why, what was asked for beyond the queue, who was named.
alter table call add column steps jsonb not null default '[]';
