-- Not of the product: an upgrade as one may come. What the next version needs stands beside what this one uses, which
-- goes on writing as before.

alter table entry add column channel text;

create table channel (
    name text primary key,
    entries bigint not null
);

insert into channel (name, entries) select actor, count(*) from entry group by actor;

update entry set channel = actor;

create index entry_channel on entry (channel, position);

create function note_channel() returns trigger language plpgsql set search_path = rampline, pg_temp as $$
begin
    new.channel := new.actor;
    insert into channel (name, entries) values (new.actor, 1)
        on conflict (name) do update set entries = channel.entries + 1;
    return new;
end
$$;

create trigger channel_of_new_entries before insert on entry for each row execute function note_channel();

alter table entry alter column channel set not null;

grant select on channel to rampline_application;
