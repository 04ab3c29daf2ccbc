package io.rampline.factory;

/**
 * The money at hand.
 *
 * @param openingMinor minor units before the first bucket
 * @param floorMinor minor units below which it may not fall in any week
 */
public record Cash(long openingMinor, long floorMinor) {}
