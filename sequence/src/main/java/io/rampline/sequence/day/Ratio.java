package io.rampline.sequence.day;

/**
 * Of any {@code in} cars in a row, at most {@code most} carry an option. Each window counts {@code weight} for each
 * carrier too many.
 *
 * @param name as the plant calls it
 * @param most from 0 to {@code in}
 * @param in length of the window in cars, from 1 to {@link #IN_MAX}
 * @param weight from 1 to {@link #WEIGHT_MAX}; 1 in the public benchmarks
 */
public record Ratio(String name, int most, int in, Priority priority, int weight) {
    /** Longer than any window of the plants that publish theirs; the counters have 15 bits. */
    public static final int IN_MAX = 10_000;

    /** Beyond it a count of a long day would no longer fit in 31 bits. */
    public static final int WEIGHT_MAX = 1_000;

    public Ratio {
        if (in < 1 || in > IN_MAX || most < 0) {
            throw new IllegalArgumentException("ratio " + name + ": found " + most + "/" + in
                    + ", expected N/P with 0 <= N and 1 <= P <= " + IN_MAX);
        }
        if (weight < 1 || weight > WEIGHT_MAX) {
            throw new IllegalArgumentException(
                    "ratio " + name + ": found weight " + weight + ", expected 1 to " + WEIGHT_MAX);
        }
    }

    /** A ratio of weight 1. */
    public Ratio(String name, int most, int in, Priority priority) {
        this(name, most, in, priority, 1);
    }
}
