package io.rampline.factory;

import java.util.List;

/**
 * One way to build a configuration: a line and everything a unit takes there.
 *
 * @param needs each resource at most once; the line itself comes first
 */
public record Route(String line, List<Need> needs) {
    public Route {
        needs = List.copyOf(needs);
        long resources = needs.stream().mapToInt(Need::resource).distinct().count();
        if (resources != needs.size()) {
            throw new IllegalArgumentException(
                    "found a resource twice in the needs of line " + line + ", expected one need for each");
        }
    }
}
