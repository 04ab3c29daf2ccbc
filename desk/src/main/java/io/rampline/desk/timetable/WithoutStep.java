package io.rampline.desk.timetable;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a step of a plan is good for.
 *
 * @param longestWaitWeeks the longest wait if the step, and those that need it, are left out and all else stays; empty
 *     when someone would not be served within the horizon
 * @param costMoreMinor by how much the best other plan without it costs more, minor units; empty when there is none
 * @param shortestWaitWeeks where there is no other plan, the shortest wait that could be guaranteed without the step;
 *     empty when there is none or none was sought
 */
public record WithoutStep(
        String step, OptionalInt longestWaitWeeks, OptionalLong costMoreMinor, OptionalInt shortestWaitWeeks) {}
