package io.rampline.promise;

import io.rampline.factory.Configuration;
import io.rampline.factory.Option;
import io.rampline.factory.Product;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What instead: the other configurations that a customer could have earlier. An offer is made only from what is free
 * and what the order itself gives back, so taking it moves nobody else.
 *
 * <p>Asked are all products of the order's market: with the order's own options as far as they are offered there, with
 * each one of them left out, and with none.
 */
public final class SwapMenu {
    private final PromiseEngine engine;

    SwapMenu(PromiseEngine engine) {
        this.engine = engine;
    }

    /**
     * One line of the menu.
     *
     * @param weeksGained 1 or more
     */
    public record Offer(Configuration configuration, Promise.Dated promise, int weeksGained) {}

    /** Offers for an open order, greatest gain first; empty when the order is built, frozen or closed. */
    List<Offer> offers(int row) {
        if (!engine.isOpen(row) || engine.frozen(row)) {
            return List.of();
        }
        Promise now = engine.promiseOf(row);
        int build = engine.buildBucket(row);
        int route = engine.orders.route[row];
        engine.slots.release(row);
        List<Offer> offers = new ArrayList<>();
        for (Configuration candidate : candidates(engine.order(row).configuration())) {
            CompiledConfiguration compiled = engine.configurations().toAsk(candidate);
            int from =
                    Math.max(engine.fromFor(engine.orders.earliestBucket[row], compiled), engine.firstMovableBucket());
            engine.search().find(compiled, from);
            int gain = weeksGained(now, compiled);
            if (gain > 0) {
                offers.add(new Offer(
                        candidate,
                        new Promise.Dated(
                                compiled.routes[compiled.foundRoute].line,
                                compiled.foundBucket,
                                compiled.foundBucket + compiled.transitWeeks,
                                Binding.unpack(compiled.foundBinding)),
                        gain));
            }
        }
        if (build >= 0) {
            engine.slots.place(row, route, build);
        }
        offers.sort(Comparator.comparingInt(Offer::weeksGained).reversed());
        return offers;
    }

    private int weeksGained(Promise now, CompiledConfiguration compiled) {
        if (compiled.foundBucket < 0) {
            return 0;
        }
        int delivery = compiled.foundBucket + compiled.transitWeeks;
        return switch (now) {
            case Promise.Dated dated -> dated.deliveryBucket() - delivery;
            case Promise.BeyondHorizon _ -> Math.max(1, engine.buckets.weeks() - delivery);
        };
    }

    private Set<Configuration> candidates(Configuration own) {
        Set<Configuration> candidates = new LinkedHashSet<>();
        for (Product product : engine.network.scenario().products()) {
            List<String> offered = own.options().stream()
                    .filter(option -> offers(product, option))
                    .toList();
            candidates.add(new Configuration(own.market(), product.model(), product.trim(), offered));
            for (String left : offered) {
                List<String> rest =
                        offered.stream().filter(option -> !option.equals(left)).toList();
                candidates.add(new Configuration(own.market(), product.model(), product.trim(), rest));
            }
            candidates.add(new Configuration(own.market(), product.model(), product.trim(), List.of()));
        }
        candidates.remove(own);
        return candidates;
    }

    private boolean offers(Product product, String optionName) {
        for (Option option : engine.network.scenario().options()) {
            if (option.name().equals(optionName) && option.products().matches(product.model(), product.trim())) {
                return true;
            }
        }
        return false;
    }
}
