package io.rampline.orderbook.record;

import io.rampline.factory.Horizon;
import io.rampline.factory.Network;
import io.rampline.factory.Resource;
import io.rampline.factory.Week;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Resources and weeks by the names the book knows them by, and back. Remembers weeks, so not for several threads. */
final class Names {
    private final Horizon horizon;
    private final List<Resource> resources;
    private final Map<String, Integer> numberOfLabel = new HashMap<>();
    private final Map<Integer, String> weekOfBucket = new HashMap<>();
    private final Map<String, Integer> bucketOfWeek = new HashMap<>();

    Names(Network network) {
        this.horizon = network.horizon();
        this.resources = network.resources();
        for (int number = 0; number < resources.size(); number++) {
            numberOfLabel.put(resources.get(number).label(), number);
        }
    }

    /** {@code 2025-W27}; buckets outside the horizon name weeks before and after it. */
    String week(int bucket) {
        return weekOfBucket.computeIfAbsent(bucket, any -> horizon.week(any).toString());
    }

    /**
     * The bucket of a week.
     *
     * @throws IllegalArgumentException when the text is no week
     */
    int bucket(String week) {
        return bucketOfWeek.computeIfAbsent(week, any -> horizon.bucket(Week.parse(any)));
    }

    /** {@code part PACK-NMC}. */
    String label(int resource) {
        return resources.get(resource).label();
    }

    /**
     * The number of a resource.
     *
     * @throws IllegalArgumentException when the scenario has none of that name
     */
    int resource(String label) {
        Integer number = numberOfLabel.get(label);
        if (number == null) {
            throw new IllegalArgumentException("found " + label + " in the book, expected a resource of the scenario");
        }
        return number;
    }
}
