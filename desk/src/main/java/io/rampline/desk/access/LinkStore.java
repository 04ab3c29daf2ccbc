package io.rampline.desk.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where links to cars are kept, and what they are signed with. Safe for use by several threads. */
public interface LinkStore {
    int KEY_BYTES = 32;

    /** Where there is no place for links: none can be made, and so none opens anything. */
    LinkStore NOWHERE = new NoLinks();

    /**
     * The key that links are signed with, for good.
     *
     * @param fresh {@value #KEY_BYTES} random bytes, which become the key when there is none yet
     */
    byte[] key(byte[] fresh);

    /** The key; empty before the first link. */
    Optional<byte[]> findKey();

    void add(CarLink link);

    Optional<CarLink> find(UUID id);

    /** Whether there was one of that order to revoke. */
    boolean revoke(String orderId, UUID id, Instant at);

    /** The links of an order, in the order in which they were made. */
    List<CarLink> ofOrder(String orderId);
}
