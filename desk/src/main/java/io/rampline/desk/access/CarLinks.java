package io.rampline.desk.access;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Links with which a customer sees one order without signing in: {@code rmc_} and, as base64url, the link's number (16
 * bytes), when it ends (seconds since 1970, 8 bytes), the order's id, and the HMAC-SHA-256 of all that (32 bytes).
 *
 * <p>Two locks, each enough alone: what is not signed with the house's key is refused before anything else is looked
 * at, so guessing costs the database nothing; and what is signed must still stand in the list of links, unrevoked, so
 * that a key that leaked opens nothing that was not made here. A link opens reading one order and nothing else. It
 * stands behind a {@code #}, which browsers send to nobody.
 */
public final class CarLinks {
    /** Every link begins so: leaked ones can be searched for. */
    static final String PREFIX = "rmc_";

    /** A car may take years; a link that somebody forgot should not live for ever. */
    public static final int DAYS_MAX = 400;

    private static final String HMAC = "HmacSHA256";
    private static final int MAC_BYTES = 32;
    private static final int HEAD_BYTES = 24;
    private static final int LENGTH_MAX = 512;

    private final LinkStore store;
    private final InstantSource clock;
    private final RandomGenerator random;

    /** A link with its text, which is shown once. */
    public record Made(String text, CarLink link) {
        /** Without the text. */
        @Override
        public String toString() {
            return link.toString();
        }
    }

    public CarLinks(LinkStore store, InstantSource clock) {
        this(store, clock, new SecureRandom());
    }

    CarLinks(LinkStore store, InstantSource clock, RandomGenerator random) {
        this.store = store;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Makes a link.
     *
     * @param lasts more than 0 and at most {@value #DAYS_MAX} days
     * @param madeBy actor
     */
    public Made make(String orderId, Duration lasts, String madeBy) {
        if (!lasts.isPositive() || lasts.compareTo(Duration.ofDays(DAYS_MAX)) > 0) {
            throw new IllegalArgumentException(
                    "found a link that lasts " + lasts + ", expected more than 0 and at most " + DAYS_MAX + " days");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        CarLink link = new CarLink(
                new UUID(random.nextLong(), random.nextLong()),
                orderId,
                madeBy,
                now,
                now.truncatedTo(ChronoUnit.SECONDS).plus(lasts),
                Optional.empty());
        byte[] fresh = new byte[LinkStore.KEY_BYTES];
        random.nextBytes(fresh);
        byte[] key = store.key(fresh);
        store.add(link);
        byte[] said = said(link);
        byte[] whole = Arrays.copyOf(said, said.length + MAC_BYTES);
        System.arraycopy(mac(key, said), 0, whole, said.length, MAC_BYTES);
        return new Made(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(whole), link);
    }

    private static byte[] said(CarLink link) {
        byte[] order = link.orderId().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(HEAD_BYTES + order.length)
                .putLong(link.id().getMostSignificantBits())
                .putLong(link.id().getLeastSignificantBits())
                .putLong(link.expiresAt().getEpochSecond())
                .put(order)
                .array();
    }

    /** Whether a text has the form of a link. */
    static boolean looksLikeOne(String text) {
        return text.startsWith(PREFIX);
    }

    /** The link of a text, when it opens anything now; why it does not is nobody's business. */
    public Optional<CarLink> follow(String text) {
        if (!looksLikeOne(text) || text.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        try {
            byte[] whole = Base64.getUrlDecoder().decode(text.substring(PREFIX.length()));
            return whole.length <= HEAD_BYTES + MAC_BYTES ? Optional.empty() : signed(whole);
        } catch (IllegalArgumentException | BufferUnderflowException broken) {
            return Optional.empty();
        }
    }

    private Optional<CarLink> signed(byte[] whole) {
        byte[] said = Arrays.copyOf(whole, whole.length - MAC_BYTES);
        byte[] mac = Arrays.copyOfRange(whole, said.length, whole.length);
        Optional<byte[]> key = store.findKey();
        if (key.isEmpty() || !MessageDigest.isEqual(mac(key.get(), said), mac)) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(said);
        UUID id = new UUID(bytes.getLong(), bytes.getLong());
        return store.find(id)
                .filter(link -> Arrays.equals(said(link), said))
                .filter(link -> link.isValidAt(clock.instant()));
    }

    /** Whether there was a link of that order to revoke; it opens nothing from now on. */
    public boolean revoke(String orderId, UUID id) {
        return store.revoke(orderId, id, clock.instant());
    }

    /** The links of an order, in the order in which they were made. */
    public List<CarLink> ofOrder(String orderId) {
        return store.ofOrder(orderId);
    }

    private static byte[] mac(byte[] key, byte[] said) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(said);
        } catch (NoSuchAlgorithmException | InvalidKeyException missing) {
            throw new IllegalStateException("every Java platform has " + HMAC, missing);
        }
    }
}
