package io.rampline.desk.briefing;

/**
 * What keeps most of the orders built in a week from an earlier one.
 *
 * @param bucket the week of building, as a bucket of the horizon
 * @param cause the most frequent cause among them
 * @param orders how many orders it keeps back
 * @param built how many orders are built in the week
 */
public record WeekBinding(int bucket, Cause cause, int orders, int built) {}
