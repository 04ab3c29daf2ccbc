package io.rampline.treasury.ledger;

import io.rampline.factory.Configuration;
import io.rampline.factory.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The contracts of all configurations seen, numbered in order of first appearance. */
final class Contracts {
    private final Scenario scenario;
    private final Map<Configuration, Integer> numbers = new LinkedHashMap<>();
    private final List<Contract> list = new ArrayList<>();

    Contracts(Scenario scenario) {
        this.scenario = scenario;
    }

    int number(Configuration configuration) {
        Integer known = numbers.get(configuration);
        if (known != null) {
            return known;
        }
        list.add(Contract.of(scenario, configuration));
        numbers.put(configuration, list.size() - 1);
        return list.size() - 1;
    }

    Contract get(int number) {
        return list.get(number);
    }

    List<Contract> list() {
        return List.copyOf(list);
    }
}
