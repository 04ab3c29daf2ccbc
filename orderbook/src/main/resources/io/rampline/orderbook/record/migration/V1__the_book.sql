-- The book of promises. Everything that was decided is an entry; everything else here is derived from entries and can
-- be computed again, or is what the book was made of (scenario) or who may ask (token).

do $$
begin
    if not exists (select from pg_roles where rolname = 'rampline_application') then
        create role rampline_application nologin;
    end if;
    execute format('grant rampline_application to %I', current_user);
end
$$;

grant usage on schema rampline to rampline_application;

-- Who writes, and how far the book goes. One row. Whoever takes the book over raises the epoch.
create table head (
    only_row boolean primary key default true check (only_row),
    book_id uuid not null default gen_random_uuid(),
    epoch bigint not null,
    holder text not null,
    position bigint not null check (position >= 0),
    hash bytea not null check (length(hash) = 32),
    notice_position bigint not null check (notice_position >= 0),
    notice_hash bytea not null check (length(notice_hash) = 32),
    -- Book time is wall clock time plus this.
    clock_offset_us bigint not null,
    created_at timestamptz not null default now()
);

-- The scenario folder the book was made of, file by file, without its orders.
create table scenario_file (
    path text primary key,
    content bytea not null
);

create table entry (
    position bigint primary key check (position > 0),
    kind text not null,
    recorded_at_us bigint not null,
    actor text not null,
    reason text not null,
    order_id text,
    body text not null,
    hash bytea not null check (length(hash) = 32)
);

create index entry_order on entry (order_id, position) where order_id is not null;

-- Whose orders are whose: the actor that brought an order into the book says for which customer.
create index entry_customer on entry ((substring(actor from '(?:^| )customer:([^ ]+)$')), position)
    where actor like '%customer:%' and kind in ('booked', 'held');

create table resource (
    number int primary key,
    label text not null unique,
    storable boolean not null,
    opening_stock int not null check (opening_stock >= 0),
    -- Parts only: how far a recorded cut lets the cumulative balance fall below zero.
    shortage bigint not null default 0 check (shortage >= 0),
    check (storable or (opening_stock = 0 and shortage = 0))
);

-- Week 0 is the first of the horizon; parts may be needed some weeks before and after it.
create table bucket (
    resource int not null references resource,
    week int not null,
    storable boolean not null,
    capacity int not null check (capacity >= 0),
    promised int not null check (promised >= 0),
    -- Perishable only: how much a recorded cut left promised beyond capacity.
    shortage int not null default 0 check (shortage >= 0),
    primary key (resource, week),
    constraint not_oversold check (storable or promised <= capacity + shortage)
) with (fillfactor = 50);

-- Parts: what was needed up to a week may not be more than what arrived up to it. Locks the resource first, so that two
-- writers cannot each see only half.
create function check_parts() returns trigger language plpgsql set search_path = rampline, pg_temp as $$
declare
    part record;
    least bigint;
begin
    for part in
        select r.number, r.label, r.opening_stock, r.shortage from resource r
        where r.storable and r.number in (select c.resource from changed c) order by r.number for update
    loop
        select min(balance) into least from (
            select part.opening_stock + sum(b.capacity::bigint - b.promised) over (order by b.week) as balance
            from bucket b where b.resource = part.number) as balances;
        if least + part.shortage < 0 then
            raise exception 'found % of % promised beyond what arrives, expected a recorded cut for that', -least, part.label
                using errcode = 'check_violation', constraint = 'not_oversold';
        end if;
    end loop;
    return null;
end
$$;

create trigger parts_not_oversold after update on bucket
    referencing new table as changed for each statement execute function check_parts();
create trigger parts_not_oversold_at_start after insert on bucket
    referencing new table as changed for each statement execute function check_parts();

-- Commands that carry an id of their own, so that a retry does nothing twice.
create table request (
    id text primary key,
    digest bytea not null,
    first_position bigint not null,
    last_position bigint not null,
    remainder int not null,
    recorded_at_us bigint not null
);

create index request_age on request (recorded_at_us);

-- The engine's state at a position, to start from. May be dropped at any time.
create table snapshot (
    position bigint not null,
    part int not null,
    bytes bytea not null,
    hash bytea not null,
    primary key (position, part)
);
-- Packing would cost the server more than the space is worth.
alter table snapshot alter column bytes set storage external;

-- Who may ask by token; only the hash of a token is kept.
create table token (
    id uuid primary key default gen_random_uuid(),
    name text not null,
    principal text not null,
    role text not null,
    hash bytea not null unique check (length(hash) = 32),
    created_at timestamptz not null default now(),
    expires_at timestamptz,
    revoked_at timestamptz
);

-- What the house said and set: which files the book was made of, what was promised in public and what came of it, when
-- no more orders are taken. A chain of its own, because no engine decides these.
create table notice (
    position bigint primary key check (position > 0),
    kind text not null,
    recorded_at_us bigint not null,
    actor text not null,
    reason text not null,
    subject text not null,
    body text not null,
    hash bytea not null check (length(hash) = 32)
);

create index notice_kind on notice (kind, position);

-- Who came to a waiting room, in the order in which it was told; with the seed anybody can draw again.
create table waiting (
    room text not null,
    number bigint not null,
    name text not null,
    entered_at_us bigint not null,
    is_early boolean not null,
    primary key (room, name),
    unique (room, number)
);

-- The one way to write: the whole batch or nothing.
create function append_batch(
    p_epoch bigint, p_from bigint, p_hash bytea, p_recorded_at_us bigint,
    p_kinds text[], p_actors text[], p_reasons text[], p_orders text[], p_bodies text[], p_hashes bytea[],
    p_resources int[], p_weeks int[], p_units int[], p_capacities int[], p_shortages int[],
    p_parts int[], p_part_shortages bigint[],
    p_requests text[], p_digests bytea[], p_firsts bigint[], p_lasts bigint[], p_remainders int[])
returns void language plpgsql security definer set search_path = rampline, pg_temp as $$
declare
    changed int;
begin
    update head set position = p_from + cardinality(p_kinds), hash = coalesce(p_hash, hash)
        where epoch = p_epoch and position = p_from;
    if not found then
        raise exception 'found another writer of the book, expected to be the only one'
            using errcode = 'RL001';
    end if;
    insert into entry (position, kind, recorded_at_us, actor, reason, order_id, body, hash)
        select p_from + e.n, e.kind, p_recorded_at_us, e.actor, e.reason, nullif(e.order_id, ''), e.body, e.hash
        from unnest(p_kinds, p_actors, p_reasons, p_orders, p_bodies, p_hashes)
            with ordinality as e (kind, actor, reason, order_id, body, hash, n);
    if cardinality(p_parts) > 0 then
        -- More room first; what became less is set after the buckets have changed.
        update resource r set shortage = greatest(r.shortage, p.shortage)
            from unnest(p_parts, p_part_shortages) as p (part, shortage) where r.number = p.part;
    end if;
    if cardinality(p_resources) > 0 then
        update bucket b set promised = b.promised + c.units,
                capacity = coalesce(c.capacity, b.capacity),
                shortage = coalesce(c.shortage, b.shortage)
            from unnest(p_resources, p_weeks, p_units, p_capacities, p_shortages)
                as c (resource, week, units, capacity, shortage)
            where b.resource = c.resource and b.week = c.week;
        get diagnostics changed = row_count;
        if changed <> cardinality(p_resources) then
            raise exception 'found % buckets, expected %', changed, cardinality(p_resources)
                using errcode = 'check_violation';
        end if;
    end if;
    if cardinality(p_parts) > 0 then
        update resource r set shortage = p.shortage
            from unnest(p_parts, p_part_shortages) as p (part, shortage) where r.number = p.part;
        -- Touch one bucket of each, so that the check runs against what is left.
        update bucket b set capacity = b.capacity
            where b.week = 0 and b.resource = any (p_parts);
    end if;
    insert into request (id, digest, first_position, last_position, remainder, recorded_at_us)
        select q.id, q.digest, q.first_position, q.last_position, q.remainder, p_recorded_at_us
        from unnest(p_requests, p_digests, p_firsts, p_lasts, p_remainders)
            as q (id, digest, first_position, last_position, remainder);
end
$$;

-- The one way to say something. Only whoever has the book may.
create function append_notices(
    p_epoch bigint, p_from bigint, p_recorded_at_us bigint,
    p_kinds text[], p_actors text[], p_reasons text[], p_subjects text[], p_bodies text[], p_hashes bytea[])
returns void language plpgsql security definer set search_path = rampline, pg_temp as $$
begin
    update head set notice_position = p_from + cardinality(p_kinds), notice_hash = p_hashes[cardinality(p_hashes)]
        where epoch = p_epoch and notice_position = p_from;
    if not found then
        raise exception 'found another writer of the book, expected to be the only one'
            using errcode = 'RL001';
    end if;
    insert into notice (position, kind, recorded_at_us, actor, reason, subject, body, hash)
        select p_from + n.n, n.kind, p_recorded_at_us, n.actor, n.reason, n.subject, n.body, n.hash
        from unnest(p_kinds, p_actors, p_reasons, p_subjects, p_bodies, p_hashes)
            with ordinality as n (kind, actor, reason, subject, body, hash, n);
end
$$;

-- The one way into a waiting room. Who is there already stays where he is.
create function enter_room(
    p_epoch bigint, p_room text, p_numbers bigint[], p_names text[], p_entered_at_us bigint[], p_early boolean[])
returns void language plpgsql security definer set search_path = rampline, pg_temp as $$
begin
    perform from head where epoch = p_epoch for share;
    if not found then
        raise exception 'found another writer of the book, expected to be the only one'
            using errcode = 'RL001';
    end if;
    insert into waiting (room, number, name, entered_at_us, is_early)
        select p_room, w.number, w.name, w.entered_at_us, w.is_early
        from unnest(p_numbers, p_names, p_entered_at_us, p_early) as w (number, name, entered_at_us, is_early)
        on conflict (room, name) do nothing;
end
$$;

-- Whoever is to write next takes the book over; an engine that wrote before is ignored from then on.
create function take_over(p_holder text) returns table (epoch bigint, "position" bigint, hash bytea, clock_offset_us bigint)
language sql security definer set search_path = rampline, pg_temp as $$
    update head set epoch = head.epoch + 1, holder = p_holder
        returning head.epoch, head.position, head.hash, head.clock_offset_us
$$;

revoke all on function append_batch from public;
revoke all on function append_notices from public;
revoke all on function enter_room from public;
revoke all on function take_over from public;
grant execute on function append_batch, append_notices, enter_room, take_over to rampline_application;
grant select on head, scenario_file, entry, notice, waiting, resource, bucket, request, snapshot, token to rampline_application;
grant insert, delete on snapshot to rampline_application;
grant insert, update on token to rampline_application;
grant delete on request to rampline_application;

-- For people with a database client.
create view readable_entry as
    select position, to_timestamp(recorded_at_us / 1000000.0) as recorded_at, kind, order_id, actor, reason,
        body::jsonb as body, encode(hash, 'hex') as hash
    from entry;
grant select on readable_entry to rampline_application;

create view readable_notice as
    select position, to_timestamp(recorded_at_us / 1000000.0) as recorded_at, kind, subject, actor, reason,
        body::jsonb as body, encode(hash, 'hex') as hash
    from notice;
grant select on readable_notice to rampline_application;
