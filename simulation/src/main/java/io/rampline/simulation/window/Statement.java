package io.rampline.simulation.window;

/**
 * What was stated of an order at a count. Weeks are week numbers.
 *
 * @param promisedWeek delivery week that the order is judged by
 * @param keptProbability that it is delivered by then, 0 to 1
 * @param early first week of its window
 * @param late last week of its window; {@link Window#BEYOND_HORIZON} for none
 * @param middle half of the futures deliver by then; {@link Window#BEYOND_HORIZON} for none
 */
public record Statement(String orderId, int promisedWeek, double keptProbability, int early, int late, int middle) {
    public Statement {
        if (!(keptProbability >= 0 && keptProbability <= 1)) {
            throw new IllegalArgumentException("found probability " + keptProbability + ", expected 0 to 1");
        }
    }
}
