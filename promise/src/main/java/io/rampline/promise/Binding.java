package io.rampline.promise;

import java.util.ArrayList;
import java.util.List;

/**
 * What keeps a date from being earlier: the resources that have no room in a bucket that would otherwise do.
 *
 * <p>When there is a bucket before the promised one in which exactly one resource is short by one unit, the binding is
 * that resource in the first such bucket: one more unit there gives that bucket. Otherwise several resources bind
 * together, and they are those that are full in the bucket before the promised one.
 *
 * @param cause why
 * @param resources numbers of the resources, at most {@value #RESOURCES_MAX}; empty unless the cause is
 *     {@link Cause#RESOURCE}
 * @param bucket build bucket that would be free with one more unit of them; -1 unless the cause is
 *     {@link Cause#RESOURCE}
 */
public record Binding(Cause cause, List<Integer> resources, int bucket) {
    /** More resources than this are never named: the first ones in the order of the needs are. */
    public static final int RESOURCES_MAX = 4;

    private static final int RESOURCE_BITS = 12;
    private static final int BUCKET_BITS = 10;
    private static final int CAUSE_SHIFT = 60;

    /** Why a date is not earlier. */
    public enum Cause {
        /** It is the first bucket there is. */
        NOTHING(0),
        /** The market is not open before. */
        MARKET_OPENS(1),
        /** The customer does not want it before. */
        CUSTOMER(2),
        /** A resource has no room before. */
        RESOURCE(3),
        /** It is not offered, so there is no date at all. */
        NOT_OFFERED(4);

        private final int code;

        Cause(int code) {
            this.code = code;
        }
    }

    public static final Binding NOTHING = new Binding(Cause.NOTHING, List.of(), -1);

    public Binding {
        resources = List.copyOf(resources);
    }

    static final int RESOURCE_NUMBER_MAX = (1 << RESOURCE_BITS) - 1;

    static long pack(Cause cause) {
        return (long) cause.code << CAUSE_SHIFT;
    }

    /** A binding on resources as one number, so that an order's binding costs no object. */
    static long pack(int[] resources, int count, int bucket) {
        long packed = pack(Cause.RESOURCE) | bucket;
        for (int i = Math.min(count, RESOURCES_MAX) - 1; i >= 0; i--) {
            packed |= (resources[i] + 1L) << (BUCKET_BITS + RESOURCE_BITS * i);
        }
        return packed;
    }

    /** The same as one number. */
    long pack() {
        int[] numbers = resources.stream().mapToInt(Integer::intValue).toArray();
        return cause == Cause.RESOURCE ? pack(numbers, numbers.length, bucket) : pack(cause);
    }

    private static Cause cause(int code) {
        for (Cause cause : Cause.values()) {
            if (cause.code == code) {
                return cause;
            }
        }
        throw new IllegalArgumentException("found binding code " + code + ", expected one of the causes");
    }

    static Binding unpack(long packed) {
        Cause cause = cause((int) (packed >>> CAUSE_SHIFT));
        if (cause != Cause.RESOURCE) {
            return new Binding(cause, List.of(), -1);
        }
        List<Integer> resources = new ArrayList<>();
        for (int i = 0; i < RESOURCES_MAX; i++) {
            int number = (int) (packed >>> (BUCKET_BITS + RESOURCE_BITS * i)) & RESOURCE_NUMBER_MAX;
            if (number > 0) {
                resources.add(number - 1);
            }
        }
        return new Binding(cause, resources, (int) packed & ((1 << BUCKET_BITS) - 1));
    }
}
