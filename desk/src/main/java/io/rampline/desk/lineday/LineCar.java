package io.rampline.desk.lineday;

import io.rampline.factory.Configuration;
import java.util.List;

/**
 * An order that is built on a line in a known week.
 *
 * @param colour name of its paint; empty when the scenario says nothing of colours
 */
public record LineCar(String orderId, Configuration configuration, String colour) {
    public String model() {
        return configuration.model();
    }

    public String trim() {
        return configuration.trim();
    }

    public List<String> options() {
        return configuration.options();
    }
}
