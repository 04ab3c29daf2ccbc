package io.rampline.factory;

import java.util.OptionalLong;

/**
 * A part that can be stored: what is not used stays for later.
 *
 * @param unitCostMinor in minor units; empty when unknown
 * @param openingStock pieces there before the first bucket, 0 to 100,000,000
 * @param arrivals pieces that arrive at the start of each bucket
 */
public record Part(String name, OptionalLong unitCostMinor, int openingStock, WeeklyUnits arrivals) {}
