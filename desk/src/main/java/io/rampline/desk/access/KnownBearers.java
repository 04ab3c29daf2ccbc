package io.rampline.desk.access;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who showed which proof a moment ago, so that a signature or a table is not asked on every request. Holds hashes,
 * never the proofs themselves.
 */
final class KnownBearers {
    /** Some 10 MB; more principals than this within a minute are asked again. */
    private static final int SIZE_MAX = 50_000;

    private final ConcurrentHashMap<Key, Known> known = new ConcurrentHashMap<>();

    /** SHA-256 of a proof, as four numbers. */
    private record Key(long a, long b, long c, long d) {
        static Key of(byte[] hash) {
            ByteBuffer numbers = ByteBuffer.wrap(hash);
            return new Key(numbers.getLong(), numbers.getLong(), numbers.getLong(), numbers.getLong());
        }
    }

    private record Known(Principal principal, long untilMillis) {}

    Optional<Principal> find(byte[] hash, long nowMillis) {
        Known found = known.get(Key.of(hash));
        return found != null && nowMillis < found.untilMillis ? Optional.of(found.principal) : Optional.empty();
    }

    void remember(byte[] hash, Principal principal, long nowMillis, long untilMillis) {
        if (known.size() >= SIZE_MAX) {
            known.values().removeIf(old -> old.untilMillis <= nowMillis);
        }
        Iterator<Key> any = known.keySet().iterator();
        while (known.size() >= SIZE_MAX && any.hasNext()) {
            any.next();
            any.remove();
        }
        known.put(Key.of(hash), new Known(principal, untilMillis));
    }
}
