package io.rampline.ramp.plan;

import java.util.OptionalLong;

/**
 * What a unit of a resource in a week is worth, with the steps of a plan as they are. Where one more saves less than
 * one less costs, the value is that interval: several things bind there at once.
 *
 * @param resource as in {@code Resource.label()}
 * @param bucket week of the unit; for a part the week it arrives in
 * @param oneMoreSavesMinor minor units, discounted, 0 or more
 * @param oneLessCostsMinor minor units, discounted, 0 or more; empty when the plan would not hold without it
 */
public record ResourceValue(String resource, int bucket, long oneMoreSavesMinor, OptionalLong oneLessCostsMinor) {}
