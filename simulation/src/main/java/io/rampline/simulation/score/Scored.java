package io.rampline.simulation.score;

/**
 * A forecast beside what happened.
 *
 * @param cohort what is judged together: orders or weeks that share their luck, so that many of them are no more proof
 *     than one
 * @param actual what happened
 */
public record Scored(String cohort, Forecasted forecast, double actual) {}
