package io.rampline.promise;

import io.rampline.factory.Configuration;
import io.rampline.factory.Network;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The configurations met so far, each compiled once. */
final class Configurations {
    private final Network network;
    private final Buckets buckets;
    private final Map<Configuration, Integer> numbers = new LinkedHashMap<>();
    private CompiledConfiguration[] byNumber = new CompiledConfiguration[0];

    Configurations(Network network, Buckets buckets) {
        this.network = network;
        this.buckets = buckets;
    }

    /** The same numbers over buckets with the same levels. */
    Configurations copy(Buckets others) {
        Configurations copy = new Configurations(network, others);
        copy.numbers.putAll(numbers);
        copy.byNumber = new CompiledConfiguration[numbers.size()];
        for (int number = 0; number < copy.byNumber.length; number++) {
            copy.byNumber[number] = byNumber[number].copy();
        }
        return copy;
    }

    int number(Configuration configuration) {
        Integer known = numbers.get(configuration);
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        CompiledConfiguration made = new CompiledConfiguration(configuration, network.plan(configuration), buckets);
        if (number == byNumber.length) {
            byNumber = Arrays.copyOf(byNumber, Math.max(64, number * 2));
        }
        byNumber[number] = made;
        numbers.put(configuration, number);
        return number;
    }

    /** Whether it has been met, and can be built. */
    boolean isKnownAndOffered(Configuration configuration) {
        Integer known = numbers.get(configuration);
        return known != null && byNumber[known].offered();
    }

    CompiledConfiguration get(int number) {
        return byNumber[number];
    }

    int count() {
        return numbers.size();
    }
}
