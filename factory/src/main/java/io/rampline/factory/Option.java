package io.rampline.factory;

/**
 * Something a customer may choose, with the limit on how many a week may carry it.
 *
 * @param products products it is offered for
 * @param priceMinor surcharge in minor units
 * @param limit units a week that may carry it, {@link WeeklyUnits#UNLIMITED} where there is none
 */
public record Option(String name, Selector products, long priceMinor, WeeklyUnits limit) {
    /** The name of its resource: {@code LIDAR SU7}. */
    public String resourceName() {
        return name + " " + products;
    }
}
