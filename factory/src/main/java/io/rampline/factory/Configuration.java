package io.rampline.factory;

import java.util.List;

/**
 * What a customer ordered, and where to: two orders of one configuration have the same needs.
 *
 * @param options names in ascending order, none twice
 */
public record Configuration(String market, String model, String trim, List<String> options) {
    public Configuration {
        options = options.size() < 2
                ? List.copyOf(options)
                : options.stream().sorted().distinct().toList();
    }

    /** {@code YU7 Max +LIDAR}. */
    public String product() {
        return options.isEmpty() ? model + " " + trim : model + " " + trim + " +" + String.join(" +", options);
    }
}
