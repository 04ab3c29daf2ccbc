package io.rampline.promise;

import io.rampline.factory.Configuration;
import io.rampline.factory.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The configurations met so far, each compiled once, with the list of those that use a resource. */
final class Configurations {
    private final Network network;
    private final Buckets buckets;
    private final Map<Configuration, Integer> numbers = new LinkedHashMap<>();
    private final List<CompiledConfiguration> compiled = new ArrayList<>();
    private CompiledConfiguration[] byNumber = new CompiledConfiguration[0];
    private final CompiledConfiguration[][] usersOf;

    Configurations(Network network, Buckets buckets) {
        this.network = network;
        this.buckets = buckets;
        this.usersOf = new CompiledConfiguration[network.resources().size()][0];
    }

    int number(Configuration configuration) {
        Integer known = numbers.get(configuration);
        if (known != null) {
            return known;
        }
        int number = compiled.size();
        CompiledConfiguration made = new CompiledConfiguration(configuration, network.plan(configuration), buckets);
        compiled.add(made);
        byNumber = compiled.toArray(CompiledConfiguration[]::new);
        numbers.put(configuration, number);
        for (CompiledRoute route : made.routes) {
            for (int resource : route.resource) {
                CompiledConfiguration[] users = usersOf[resource];
                if (users.length == 0 || users[users.length - 1] != made) {
                    usersOf[resource] = Arrays.copyOf(users, users.length + 1);
                    usersOf[resource][users.length] = made;
                }
            }
        }
        return number;
    }

    CompiledConfiguration get(int number) {
        return byNumber[number];
    }

    int count() {
        return byNumber.length;
    }

    /** A level of the resource turned over: answers that looked at it no longer stand. */
    void forget(int resource) {
        for (CompiledConfiguration user : usersOf[resource]) {
            user.foundFrom = CompiledConfiguration.UNKNOWN;
        }
    }

    void forgetAll() {
        for (CompiledConfiguration configuration : byNumber) {
            configuration.foundFrom = CompiledConfiguration.UNKNOWN;
        }
    }
}
