package io.rampline.orderbook.audit;

import io.rampline.factory.Network;
import io.rampline.factory.Resource;
import io.rampline.orderbook.audit.StoredBook.StoredBucket;
import io.rampline.orderbook.audit.StoredBook.StoredResource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds the counters that the database keeps against the sums over the entries. */
final class CounterCheck {
    private final Network network;
    private final FoldedBuckets buckets;
    private final Findings findings;

    CounterCheck(Network network, FoldedBuckets buckets, Findings findings) {
        this.network = network;
        this.buckets = buckets;
        this.findings = findings;
    }

    void run(List<StoredResource> storedResources, List<StoredBucket> storedBuckets) {
        resources(storedResources);
        Map<Long, StoredBucket> left = new HashMap<>();
        Set<Long> twice = new HashSet<>();
        for (StoredBucket bucket : storedBuckets) {
            if (left.put(key(bucket.resource(), bucket.week()), bucket) != null) {
                twice.add(key(bucket.resource(), bucket.week()));
            }
        }
        List<Resource> resources = network.resources();
        for (int resource = 0; resource < resources.size(); resource++) {
            int margin = buckets.storable(resource) ? FoldedBuckets.MARGIN : 0;
            for (int week = -margin; week < buckets.weeks() + margin; week++) {
                long key = key(resource, week);
                compare(resource, week, left.remove(key), twice.contains(key));
            }
        }
        for (StoredBucket bucket : storedBuckets) {
            if (left.containsKey(key(bucket.resource(), bucket.week()))) {
                findings.add(
                        Check.COUNTERS,
                        "resource " + bucket.resource() + " in bucket " + bucket.week(),
                        "found a counter, expected none there");
            }
        }
    }

    private void resources(List<StoredResource> stored) {
        List<Resource> resources = network.resources();
        for (int number = 0; number < Math.max(resources.size(), stored.size()); number++) {
            findings.count(Check.COUNTERS);
            StoredResource expected = number < resources.size() ? expected(number) : null;
            StoredResource found = number < stored.size() ? stored.get(number) : null;
            if (!Objects.equals(found, expected)) {
                findings.add(Check.COUNTERS, "resource " + number, "found " + found + ", expected " + expected);
            }
        }
    }

    private StoredResource expected(int number) {
        Resource resource = network.resources().get(number);
        boolean storable = resource.kind().storable();
        return new StoredResource(
                number,
                resource.label(),
                storable,
                resource.openingStock(),
                storable ? buckets.shortage(number, 0) : 0);
    }

    private void compare(int resource, int week, @Nullable StoredBucket found, boolean twice) {
        findings.count(Check.COUNTERS);
        boolean storable = buckets.storable(resource);
        StoredBucket expected = new StoredBucket(
                resource,
                week,
                storable,
                buckets.capacity(resource, week),
                buckets.used(resource, week),
                storable ? 0 : Math.toIntExact(buckets.shortage(resource, week)));
        if (twice || !expected.equals(found)) {
            findings.add(
                    Check.COUNTERS,
                    buckets.name(resource, week),
                    found == null
                            ? "found no counter, expected one"
                            : "found " + counter(found) + ", expected " + counter(expected));
        }
    }

    private static String counter(StoredBucket bucket) {
        return bucket.promised() + " of " + bucket.capacity() + " promised, " + bucket.shortage() + " short"
                + (bucket.storable() ? ", storable" : "");
    }

    private static long key(int resource, int week) {
        return ((long) resource << 32) | (week & 0xFFFFFFFFL);
    }
}
