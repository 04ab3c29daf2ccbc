package io.rampline.promise;

import io.rampline.factory.Configuration;
import io.rampline.factory.Network;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The configurations met so far, each compiled once. */
final class Configurations {
    /** Some 2 KB each; customers who try option after option must not fill the memory. */
    static final int ONLY_ASKED_MAX = 4_096;

    private final Network network;
    private final Buckets buckets;
    private final Map<Configuration, Integer> numbers = new LinkedHashMap<>();
    /** Those that were asked about and that no order has, the one longest not asked about first. */
    private final LinkedHashMap<Configuration, CompiledConfiguration> onlyAsked = new LinkedHashMap<>(16, 0.75f, true);

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

    /** To ask about, without a number: one that no order has is forgotten when enough others were asked about since. */
    CompiledConfiguration toAsk(Configuration configuration) {
        Integer known = numbers.get(configuration);
        if (known != null) {
            return byNumber[known];
        }
        CompiledConfiguration asked = onlyAsked.get(configuration);
        if (asked == null) {
            asked = new CompiledConfiguration(configuration, network.plan(configuration), buckets);
            onlyAsked.put(configuration, asked);
            if (onlyAsked.size() > ONLY_ASKED_MAX) {
                onlyAsked.pollFirstEntry();
            }
        }
        return asked;
    }

    /** Whether it has been met, and can be built. */
    boolean isKnownAndOffered(Configuration configuration) {
        Integer known = numbers.get(configuration);
        CompiledConfiguration met = known != null ? byNumber[known] : onlyAsked.get(configuration);
        return met != null && met.offered();
    }

    CompiledConfiguration get(int number) {
        return byNumber[number];
    }

    int onlyAsked() {
        return onlyAsked.size();
    }

    int count() {
        return numbers.size();
    }
}
