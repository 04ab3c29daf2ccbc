package io.rampline.desk.access;

import io.rampline.orderbook.BookUnavailable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** See {@link LinkStore#NOWHERE}. */
final class NoLinks implements LinkStore {
    @Override
    public byte[] key(byte[] fresh) {
        throw new BookUnavailable("found no place to keep links, expected the database of a book");
    }

    @Override
    public Optional<byte[]> findKey() {
        return Optional.empty();
    }

    @Override
    public void add(CarLink link) {
        throw new BookUnavailable("found no place to keep links, expected the database of a book");
    }

    @Override
    public Optional<CarLink> find(UUID id) {
        return Optional.empty();
    }

    @Override
    public boolean revoke(String orderId, UUID id, Instant at) {
        return false;
    }

    @Override
    public List<CarLink> ofOrder(String orderId) {
        return List.of();
    }
}
