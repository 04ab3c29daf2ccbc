-- Links with which a customer sees his own order without signing in. Nothing of the book depends on them.

-- What links are signed with. One row, made when the first link is; without it every link is void.
create table link_key (
    is_only boolean primary key default true check (is_only),
    secret bytea not null check (length(secret) = 32),
    created_at timestamptz not null default now()
);

-- Every link that was made: what is not here, or revoked, opens nothing however well it is signed.
create table car_link (
    id uuid primary key,
    order_id text not null,
    made_by text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz
);

create index car_link_order on car_link (order_id, created_at);

grant select, insert on link_key to rampline_application;
grant select, insert, update on car_link to rampline_application;
