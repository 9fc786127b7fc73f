-- Where the call was. Null: the only PBX, in the rows of servers that know of one only.
alter table call add column pbx text;
