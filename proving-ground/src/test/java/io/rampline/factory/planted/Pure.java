package io.rampline.factory.planted;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What looks like a violation and is none: a law that forbids this would be argued away. */
final class Pure {
    private Pure() {}

    static Map<Integer, List<String>> byLength(List<String> names) {
        return names.stream().collect(Collectors.groupingBy(String::length, TreeMap::new, Collectors.toList()));
    }

    static Map<String, Integer> lengths(List<String> names) {
        Map<String, Integer> lengths = new LinkedHashMap<>(Map.of());
        names.forEach(name -> lengths.put(name, name.length()));
        return lengths;
    }

    static Set<String> one(String name) {
        return Set.of(name);
    }
}
