package io.rampline.promise;

/**
 * More is promised than a bucket has.
 *
 * @param resource number of the resource
 * @param bucket first bucket that is short
 * @param units how many, 1 or more
 */
public record Shortage(int resource, int bucket, long units) {}
