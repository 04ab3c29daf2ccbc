package io.rampline.desk.timetable;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a step of a plan is good for.
 *
 * @param longestWaitWeeks the longest wait if the step, and those that need it, are left out and all else stays; empty
 *     when someone would not be served within the horizon
 * @param instead whether another plan without the step holds the terms
 * @param costMoreMinor by how much the best other plan costs more, minor units; empty when there is none
 */
public record WithoutStep(String step, OptionalInt longestWaitWeeks, Verdict instead, OptionalLong costMoreMinor) {}
