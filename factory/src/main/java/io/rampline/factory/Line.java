package io.rampline.factory;

import java.util.List;

/**
 * An assembly line.
 *
 * @param models models it can build
 * @param capacity effective units of each bucket
 */
public record Line(String plant, String name, List<String> models, WeeklyUnits capacity) {
    public Line {
        models = List.copyOf(models);
    }
}
