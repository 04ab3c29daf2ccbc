package io.rampline.desk.briefing;

import io.rampline.factory.Resource;

/**
 * How full a resource is, by bucket of the horizon.
 *
 * @param capacity units there are; for a part what arrives
 * @param promised units promised; for a part what is used
 * @param delayed orders it keeps from an earlier week, by the bucket they are built in
 */
public record ResourceLoad(Resource resource, Weekly capacity, Weekly promised, Weekly delayed) {
    /** Orders that this resource, alone or with others, keeps from an earlier week. */
    public long delayedOrders() {
        return (long) delayed.sum();
    }

    /**
     * Share of what there is that is promised, 0 to 1: in the bucket, for a part up to and with the bucket; {@code NaN}
     * where there is nothing.
     */
    public Weekly fill() {
        double[] shares = new double[capacity.weeks()];
        long there = resource.openingStock();
        long used = 0;
        for (int bucket = 0; bucket < shares.length; bucket++) {
            if (!resource.kind().storable()) {
                there = 0;
                used = 0;
            }
            there += (long) capacity.get(bucket);
            used += (long) promised.get(bucket);
            shares[bucket] = there == 0 ? Double.NaN : Math.min(1, (double) used / there);
        }
        return Weekly.of(shares);
    }
}
