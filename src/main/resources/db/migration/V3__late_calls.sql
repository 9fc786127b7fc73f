-- Why a call missed its deadline: the costliest cause to count by, and all of it. Null for calls that were in time and for
-- those of before this column.
alter table call add column late_cause text;
alter table call add column late jsonb;
create index call_late on call (arrived_ms desc, id desc) where late_cause is not null;
