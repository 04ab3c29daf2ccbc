package io.rampline.desk.http;

import io.rampline.desk.admission.Rate;

/**
 * How often each principal may ask.
 *
 * @param customer a customer
 * @param house anybody of the house: a shop's server asks for many customers
 * @param costly anybody, questions that read or copy the whole book
 * @param costlyAtOnce such questions of all together at the same time, 1 or more
 */
public record RequestRates(Rate customer, Rate house, Rate costly, int costlyAtOnce) {
    /** Twenty times the largest launch so far for a shop; a quick hand for a customer. */
    public static final RequestRates DEFAULT =
            new RequestRates(new Rate(5, 20), new Rate(25_000, 50_000), new Rate(2, 10), 2);
}
