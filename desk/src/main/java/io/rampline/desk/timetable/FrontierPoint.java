package io.rampline.desk.timetable;

import io.rampline.ramp.plan.Plan;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a wait costs.
 *
 * @param waitWeeks guaranteed
 * @param plan of least cost, when there is one
 * @param longestWaitWeeks of single orders under it; empty when there is no plan
 */
public record FrontierPoint(int waitWeeks, Verdict verdict, Optional<Plan> plan, OptionalInt longestWaitWeeks) {}
