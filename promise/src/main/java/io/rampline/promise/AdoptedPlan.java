package io.rampline.promise;

/**
 * The plan that capacity follows.
 *
 * @param plan its fingerprint
 * @param name for people
 * @param position of the entry that adopted it
 */
public record AdoptedPlan(String plan, String name, long position) {}
