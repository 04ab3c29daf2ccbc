package io.rampline.desk.planted;

/** A name that says nothing. */
final class PlanHelper {
    private PlanHelper() {}
}
