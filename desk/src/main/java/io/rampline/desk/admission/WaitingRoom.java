package io.rampline.desk.admission;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The room before the doors open. Who is there by then is drawn into an order, so that nothing is won by the faster
 * connection; who comes later stands behind them in the order of arrival. Then so many a second are let in.
 *
 * <p><b>The draw.</b> Everybody's number is HMAC-SHA-256 of the name under the seed; the smaller number goes first. It
 * can be drawn again by anybody who has the names and the seed. The SHA-256 of the seed is shown from the beginning and
 * the seed can be published afterwards, so that nobody can have chosen it to favour a name. The order does not depend
 * on when or how often somebody came before the opening, nor on the machine.
 *
 * <p>The room itself is memory; {@link Entrance} writes down who comes, and brings them back after a restart. O(n log
 * n) once at the opening, O(1) for each question.
 */
public final class WaitingRoom {
    /** A ticket is some 150 bytes; the largest launch so far had a tenth of this many orders in an hour. */
    static final int TICKETS_MAX = 3_000_000;

    private static final long MICROS_PER_SECOND = 1_000_000;

    private final byte[] seed;
    private final long opensAtMicros;
    private final double perSecond;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> early = new ArrayList<>();
    private boolean isDrawn;
    /** Early visitors are on their way to the record, and the draw waits for them. */
    private boolean isAwaitingEarly;

    /**
     * An empty room.
     *
     * @param seed secret until it is over, 16 bytes or more
     * @param opensAtMicros when the doors open, wall clock
     * @param perSecond how many are let in each second from then on, more than 0
     */
    public WaitingRoom(byte[] seed, long opensAtMicros, double perSecond) {
        if (seed.length < 16 || !(perSecond > 0)) {
            throw new IllegalArgumentException("found a seed of " + seed.length + " bytes and " + perSecond
                    + " a second, expected 16 or more and more than 0");
        }
        this.seed = seed.clone();
        this.opensAtMicros = opensAtMicros;
        this.perSecond = perSecond;
    }

    /** Where somebody stands. */
    public sealed interface Place {
        /** Has not come to the room. */
        record NotHere() implements Place {}

        /** The doors are closed, and the order is not drawn yet. */
        record BeforeTheDraw(int waiting, long opensInMicros) implements Place {}

        /**
         * In line.
         *
         * @param place 1 is the next one
         */
        record InLine(int place, long admittedInMicros) implements Place {}

        record Admitted() implements Place {}

        /** No more are taken. */
        record Full() implements Place {}
    }

    /** Comes to the room, or is there already; coming twice changes nothing. */
    public synchronized Place enter(String name, long nowMicros) {
        boolean isEarly = expect(nowMicros);
        let(List.of(name), isEarly);
        return place(name, nowMicros);
    }

    /**
     * Says that visitors come who will be let in together; nobody is drawn until they are.
     *
     * @return whether they are early, and take part in the draw
     */
    synchronized boolean expect(long nowMicros) {
        draw(nowMicros);
        isAwaitingEarly = !isDrawn;
        return isAwaitingEarly;
    }

    /** Lets in those who were expected, in this order, as far as there is room; nobody stands in two places. */
    synchronized void let(List<String> names, boolean areEarly) {
        isAwaitingEarly = false;
        if (!areEarly) {
            draw(Long.MAX_VALUE);
        }
        for (String name : names) {
            if (places.size() < TICKETS_MAX && places.putIfAbsent(name, areEarly ? -1 : places.size()) == null) {
                if (areEarly) {
                    early.add(name);
                }
            }
        }
    }

    /** Whether somebody has come. */
    synchronized boolean isHere(String name) {
        return places.containsKey(name);
    }

    /** How many have come. */
    synchronized int size() {
        return places.size();
    }

    long opensAtMicros() {
        return opensAtMicros;
    }

    double perSecond() {
        return perSecond;
    }

    /** Where somebody stands who may have come before. */
    public synchronized Place place(String name, long nowMicros) {
        draw(nowMicros);
        Integer place = places.get(name);
        if (place == null) {
            return places.size() >= TICKETS_MAX ? new Place.Full() : new Place.NotHere();
        }
        if (!isDrawn) {
            return new Place.BeforeTheDraw(places.size(), Math.max(0, opensAtMicros - nowMicros));
        }
        long admittedAtMicros = opensAtMicros + (long) (place / perSecond * MICROS_PER_SECOND);
        if (nowMicros >= admittedAtMicros) {
            return new Place.Admitted();
        }
        long letIn = (long) ((nowMicros - opensAtMicros) * perSecond / MICROS_PER_SECOND) + 1;
        return new Place.InLine((int) Math.max(1, place - letIn + 1), admittedAtMicros - nowMicros);
    }

    /** SHA-256 of the seed in hexadecimal: published before the draw. */
    public String commitment() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(seed));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    private void draw(long nowMicros) {
        if (isDrawn || isAwaitingEarly || nowMicros < opensAtMicros) {
            return;
        }
        List<String> drawn = drawn(seed, early);
        for (int i = 0; i < drawn.size(); i++) {
            places.put(drawn.get(i), i);
        }
        early.clear();
        isDrawn = true;
    }

    /** The names in the order of the draw: the same for the same seed, whatever their order was. */
    public static List<String> drawn(byte[] seed, List<String> names) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(seed, "HmacSHA256"));
            record Lot(String name, String number) {}
            return names.stream()
                    .map(name ->
                            new Lot(name, HexFormat.of().formatHex(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)))))
                    .sorted(Comparator.comparing(Lot::number).thenComparing(Lot::name))
                    .map(Lot::name)
                    .toList();
        } catch (NoSuchAlgorithmException | InvalidKeyException missing) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", missing);
        }
    }
}
