package io.rampline.ramp.milp;

import io.rampline.factory.BuildPlan;
import io.rampline.factory.BuildPlan.Buildable;
import io.rampline.factory.Configuration;
import io.rampline.factory.Decisions.Opened;
import io.rampline.factory.DemandForecast;
import io.rampline.factory.Guarantee;
import io.rampline.factory.Planning;
import io.rampline.factory.Product;
import io.rampline.factory.Route;
import io.rampline.promise.Order;
import io.rampline.promise.OrderTable;
import io.rampline.ramp.plan.Wait;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gathers orders and forecasts into groups with the same needs, by market, model and needs. */
final class CustomerList {
    private final PlanningCase planningCase;
    private final OrderTable book;
    private final Map<String, List<Configuration>> members = new TreeMap<>();
    private final Map<Configuration, String> keys = new TreeMap<>(Comparator.comparing(CustomerList::canonical));
    private final Map<String, Customers> groups = new TreeMap<>();

    CustomerList(PlanningCase planningCase, OrderTable book) {
        this.planningCase = planningCase;
        this.book = book;
    }

    List<Customers> make() {
        book.configurations().forEach(this::enter);
        for (DemandForecast forecast : planningCase.scenario.demand()) {
            enter(configuration(forecast));
        }
        members.forEach((key, configurations) -> groups.put(key, group(key, configurations)));
        for (int row = 0; row < book.size(); row++) {
            count(row);
        }
        planningCase.scenario.demand().stream()
                .sorted(Comparator.comparing(forecast -> canonical(configuration(forecast))))
                .forEach(this::count);
        planningCase.opened.forEach(this::keepToQuota);
        return groups.values().stream()
                .filter(group ->
                        group.opening > 0 || Arrays.stream(group.orders).sum() > 0)
                .toList();
    }

    private static Configuration configuration(DemandForecast forecast) {
        return new Configuration(forecast.market(), forecast.model(), forecast.trim(), List.of());
    }

    private static String canonical(Configuration configuration) {
        return configuration.market() + "\t" + configuration.product();
    }

    private void enter(Configuration configuration) {
        BuildPlan plan = planningCase.network.plan(configuration);
        if (plan instanceof Buildable buildable
                && buildable.opensBucket() < planningCase.weeks
                && !keys.containsKey(configuration)) {
            String key = configuration.market() + "\t" + configuration.model() + "\t" + needs(buildable);
            keys.put(configuration, key);
            members.computeIfAbsent(key, _ -> new ArrayList<>()).add(configuration);
        }
    }

    /** The needs in words that do not depend on how resources are numbered. */
    private String needs(Buildable buildable) {
        return buildable.routes().stream().map(this::needs).collect(Collectors.joining("|")) + "@"
                + buildable.opensBucket() + "+" + buildable.transitWeeks();
    }

    private String needs(Route route) {
        return route.needs().stream()
                .map(need ->
                        planningCase.network.resources().get(need.resource()).label() + "x" + need.quantity() + ">"
                                + need.offsetWeeks())
                .sorted()
                .collect(Collectors.joining(",", route.line() + ":", ""));
    }

    private Customers group(String key, List<Configuration> configurations) {
        List<Configuration> sorted = configurations.stream()
                .sorted(Comparator.comparing(CustomerList::canonical))
                .toList();
        Configuration any = sorted.getFirst();
        Buildable plan = (Buildable) planningCase.network.plan(any);
        Planning planning = planningCase.scenario.planning();
        String name = name(key, sorted);
        return new Customers(
                name,
                sorted,
                plan.routes(),
                Math.max(planningCase.first, plan.opensBucket()),
                plan.transitWeeks(),
                wait(any),
                planning.cancellations().weeklyShare(any.model()),
                planning.waitCost().minorPerWeek(any.model()),
                marginMinor(sorted),
                planningCase.margins.getOrDefault(name, 0),
                planningCase.weeks);
    }

    /** Market and model; trims too where the model has more groups than one, options where that is not enough. */
    private String name(String key, List<Configuration> configurations) {
        Configuration any = configurations.getFirst();
        String prefix = any.market() + "\t" + any.model() + "\t";
        List<String> others = members.keySet().stream()
                .filter(other -> other.startsWith(prefix) && !other.equals(key))
                .toList();
        String model = any.market() + " " + any.model();
        if (others.isEmpty()) {
            return model;
        }
        String trims = trims(configurations);
        boolean alone = others.stream()
                .noneMatch(
                        other -> trims(members.getOrDefault(other, List.of())).equals(trims));
        return alone
                ? model + " " + trims
                : any.market() + " "
                        + configurations.stream().map(Configuration::product).collect(Collectors.joining("|"));
    }

    private static String trims(List<Configuration> configurations) {
        return configurations.stream()
                .map(Configuration::trim)
                .distinct()
                .sorted()
                .collect(Collectors.joining("|"));
    }

    /** What the question asks for holds in markets that are open by themselves; a market to be opened has its own. */
    private Optional<Wait> wait(Configuration any) {
        boolean toBeOpened = planningCase.opened.stream()
                .anyMatch(opening -> opening.market().equals(any.market()));
        if (planningCase.terms.guarantee().isPresent() && !toBeOpened) {
            return planningCase.terms.guarantee();
        }
        return planningCase
                .scenario
                .planning()
                .findGuarantee(any.market(), any.model())
                .filter(guarantee -> !toBeOpened || guarantee.market().isPresent())
                .map(CustomerList::wait);
    }

    private static Wait wait(Guarantee guarantee) {
        return new Wait(Math.max(1, guarantee.waitWeeks()), guarantee.fromBucket());
    }

    /** Mean over the products of which the unit cost is known; 0 when none is. */
    private double marginMinor(List<Configuration> configurations) {
        return configurations.stream()
                .map(any -> planningCase.scenario.findProduct(any.model(), any.trim()))
                .flatMap(Optional::stream)
                .filter(product -> product.unitCostMinor().isPresent())
                .mapToLong(CustomerList::marginMinor)
                .average()
                .orElse(0);
    }

    private static long marginMinor(Product product) {
        return product.priceMinor() - product.unitCostMinor().orElse(product.priceMinor());
    }

    /** An order that is wished for later counts from the week before it can be built for its wish. */
    private void count(int row) {
        Customers group = findGroup(book.configuration(row));
        if (group == null) {
            return;
        }
        int earliest = book.earliestBucket(row);
        int from = earliest == Order.AS_SOON_AS_POSSIBLE ? 0 : earliest - group.transitWeeks - 1;
        if (earliest == Order.AS_SOON_AS_POSSIBLE || from < planningCase.first) {
            group.opening++;
        } else if (from < planningCase.weeks) {
            group.orders[from]++;
        }
    }

    /** A market that is to be opened takes orders from the week it opens. */
    private void count(DemandForecast forecast) {
        Customers group = findGroup(configuration(forecast));
        if (group == null) {
            return;
        }
        boolean toBeOpened = planningCase.opened.stream()
                .anyMatch(opening -> opening.market().equals(group.market));
        int from = toBeOpened ? Math.max(planningCase.first, group.opensBucket) : planningCase.first;
        for (int t = from; t < planningCase.weeks; t++) {
            group.orders[t] += planningCase.terms.demand().of(forecast).get(t);
        }
    }

    private @Nullable Customers findGroup(Configuration configuration) {
        String key = keys.get(configuration);
        return key == null ? null : groups.get(key);
    }

    /** A market that is to be opened takes no more orders than its quota; all its customers alike are turned away. */
    private void keepToQuota(Opened opening) {
        List<Customers> sharing = groups.values().stream()
                .filter(group -> group.market.equals(opening.market())
                        && group.configurations.stream()
                                .anyMatch(any -> opening.products().matches(any.model(), any.trim())))
                .toList();
        for (int t = 0; t < planningCase.weeks; t++) {
            double all = 0;
            for (Customers group : sharing) {
                all += group.orders[t];
            }
            for (Customers group : sharing) {
                group.orders[t] *= Math.min(1, opening.unitsPerWeek() / Math.max(all, 1));
            }
        }
    }
}
