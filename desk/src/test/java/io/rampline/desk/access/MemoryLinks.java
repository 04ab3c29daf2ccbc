package io.rampline.desk.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Links in memory; counts how often it was asked for one. */
public final class MemoryLinks implements LinkStore {
    private final List<CarLink> links = new ArrayList<>();
    private Optional<byte[]> key = Optional.empty();
    private int asked;

    @Override
    public synchronized byte[] key(byte[] fresh) {
        key = Optional.of(key.orElse(fresh));
        return key.get();
    }

    @Override
    public synchronized Optional<byte[]> findKey() {
        return key;
    }

    @Override
    public synchronized void add(CarLink link) {
        links.add(link);
    }

    @Override
    public synchronized Optional<CarLink> find(UUID id) {
        asked++;
        return links.stream().filter(link -> link.id().equals(id)).findFirst();
    }

    @Override
    public synchronized boolean revoke(String orderId, UUID id, Instant at) {
        for (int i = 0; i < links.size(); i++) {
            CarLink old = links.get(i);
            if (old.id().equals(id)
                    && old.orderId().equals(orderId)
                    && old.revokedAt().isEmpty()) {
                links.set(i, new CarLink(id, orderId, old.madeBy(), old.createdAt(), old.expiresAt(), Optional.of(at)));
                return true;
            }
        }
        return false;
    }

    @Override
    public synchronized List<CarLink> ofOrder(String orderId) {
        return links.stream().filter(link -> link.orderId().equals(orderId)).toList();
    }

    /** How often somebody looked for a link. */
    public synchronized int asked() {
        return asked;
    }
}
