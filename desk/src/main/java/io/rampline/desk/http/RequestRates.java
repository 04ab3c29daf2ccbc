package io.rampline.desk.http;

import io.rampline.desk.admission.Rate;

/**
 * How often each principal may ask.
 *
 * @param customer a customer
 * @param house anybody of the house: a shop's server asks for many customers
 * @param customerCostly a customer, questions that read or copy the whole book
 * @param houseCostly anybody of the house, such questions: whoever goes through all pages asks about fifteen
 * @param costlyAtOnce such questions of all together at the same time, 1 or more
 */
public record RequestRates(Rate customer, Rate house, Rate customerCostly, Rate houseCostly, int costlyAtOnce) {
    /** Twenty times the largest launch so far for a shop; a quick hand for a customer and for a planner. */
    public static final RequestRates DEFAULT =
            new RequestRates(new Rate(5, 20), new Rate(25_000, 50_000), new Rate(2, 10), new Rate(10, 60), 2);
}
