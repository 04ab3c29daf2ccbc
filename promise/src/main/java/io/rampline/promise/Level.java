package io.rampline.promise;

import java.util.Comparator;

/**
 * Units of a resource in a bucket: capacity, for a part its arrivals.
 *
 * @param resource number of the resource
 * @param units 0 or more
 */
public record Level(int resource, int bucket, int units) implements Comparable<Level> {
    private static final Comparator<Level> BY_CELL = Comparator.comparingInt(Level::resource)
            .thenComparingInt(Level::bucket)
            .thenComparingInt(Level::units);

    @Override
    public int compareTo(Level other) {
        return BY_CELL.compare(this, other);
    }

    boolean sameCell(Level other) {
        return resource == other.resource && bucket == other.bucket;
    }
}
