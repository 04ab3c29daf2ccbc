package io.rampline.factory;

import io.rampline.factory.BuildPlan.Buildable;
import io.rampline.factory.BuildPlan.NotOffered;
import io.rampline.factory.Resource.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A scenario as a network: the resources, and what a unit of each configuration takes of them. Immutable.
 *
 * <p>Every limit of a scenario becomes a resource, so that one engine can weigh them all: a line-week, the open pool of
 * a line that keeps units for a market, a mix or option limit, a quota, transport, a part. Limits that are nowhere
 * binding by construction (unlimited in every week) are left out.
 */
public final class Network {
    private final Scenario scenario;
    private final List<Resource> resources;
    private final Map<Resource.Kind, Map<String, Integer>> indexByKind;
    private final List<Integer> optionResource;
    private final List<Integer> mixResource;
    private final List<Integer> quotaResource;
    private final List<Opening> openings;
    private final List<Integer> openingResource;
    private final List<Reservation> reservations;

    /**
     * Units of a line that are kept for a quota until the release fence.
     *
     * @param line index of the line's resource
     * @param openPool index of the resource that all other orders on the line use too
     * @param reserved units kept in each bucket, summed over the quotas
     * @param openings resources of quotas that may be opened: whatever they have is kept, too
     */
    public record Reservation(int line, int openPool, WeeklyUnits reserved, List<Integer> openings) {
        public Reservation {
            openings = List.copyOf(openings);
        }
    }

    private Network(Scenario scenario, List<Opening> openings) {
        this.scenario = scenario;
        this.openings = openings;
        List<Resource> list = new ArrayList<>();
        this.indexByKind = new TreeMap<>();
        for (Line line : scenario.lines()) {
            add(list, new Resource(Kind.LINE, line.name(), 0, line.capacity()));
        }
        List<Reservation> reserving = addReservations(list);
        this.mixResource = new ArrayList<>();
        for (MixLimit mix : scenario.mix()) {
            mixResource.add(addLimit(list, Kind.MIX, mix.resourceName(), mix.limit()));
        }
        this.optionResource = new ArrayList<>();
        for (Option option : scenario.options()) {
            optionResource.add(addLimit(list, Kind.OPTION, option.resourceName(), option.limit()));
        }
        this.quotaResource = new ArrayList<>();
        for (Quota quota : scenario.quotas()) {
            quotaResource.add(addLimit(list, Kind.QUOTA, quota.resourceName(), quota.units()));
        }
        for (Market market : scenario.markets()) {
            addLimit(list, Kind.TRANSPORT, market.name(), market.transport());
        }
        for (Part part : scenario.parts()) {
            add(list, new Resource(Kind.PART, part.name(), part.openingStock(), part.arrivals()));
        }
        this.openingResource = new ArrayList<>();
        for (Opening opening : openings) {
            openingResource.add(add(list, new Resource(Kind.QUOTA, opening.resourceName(), 0, none())));
        }
        this.reservations = withOpenings(reserving, list);
        this.resources = List.copyOf(list);
    }

    /** The same network with other units. */
    private Network(Network from, Scenario scenario, List<Resource> resources) {
        this.scenario = scenario;
        this.resources = resources;
        this.indexByKind = from.indexByKind;
        this.optionResource = from.optionResource;
        this.mixResource = from.mixResource;
        this.quotaResource = from.quotaResource;
        this.openings = from.openings;
        this.openingResource = from.openingResource;
        this.reservations = from.reservations.stream()
                .map(reservation -> opened(reservation, resources))
                .toList();
    }

    /** What an opening has been set to is kept for it. */
    private static Reservation opened(Reservation reservation, List<Resource> resources) {
        int[] reserved = reservation.reserved().toArray();
        for (int opening : reservation.openings()) {
            WeeklyUnits set = resources.get(opening).units();
            for (int bucket = 0; bucket < reserved.length; bucket++) {
                reserved[bucket] = (int) Math.min(WeeklyUnits.UNLIMITED, reserved[bucket] + (long) set.get(bucket));
            }
        }
        return new Reservation(
                reservation.line(), reservation.openPool(), WeeklyUnits.of(reserved), reservation.openings());
    }

    public static Network of(Scenario scenario) {
        return new Network(scenario, List.of());
    }

    /**
     * The network as a book in use has been set.
     *
     * @param day the scenario of this network on a day, with the capacity that its lines have been set to
     * @param set the resources of this network, in their order, with the units they have been set to
     */
    public Network inUse(Scenario day, List<Resource> set) {
        for (int number = 0; number < resources.size(); number++) {
            if (set.size() != resources.size()
                    || !set.get(number).label().equals(resources.get(number).label())) {
                throw new IllegalArgumentException("found " + set.size() + " resources, another one at number " + number
                        + ", expected those of the network: " + resources.size() + ", there "
                        + resources.get(number).label());
            }
        }
        return new Network(this, day, List.copyOf(set));
    }

    /**
     * The network of a book in use. Markets that may be opened have quotas of nothing in it, after all other resources,
     * so that setting such a quota opens the market; no earlier than {@code openings.csv} allows.
     */
    public static Network ofBook(Scenario scenario) {
        List<String> quotas =
                scenario.quotas().stream().map(Quota::resourceName).toList();
        return new Network(
                scenario,
                scenario.planning().openings().stream()
                        .filter(opening -> !quotas.contains(opening.resourceName()))
                        .toList());
    }

    /** The network once these decisions have been carried out; see {@link Expansion}. */
    public Network with(Decisions decisions) {
        return of(scenario.with(decisions));
    }

    public Scenario scenario() {
        return scenario;
    }

    public Horizon horizon() {
        return scenario.horizon();
    }

    /** All resources; a resource's index in this list is its number everywhere. */
    public List<Resource> resources() {
        return resources;
    }

    public List<Reservation> reservations() {
        return reservations;
    }

    /** The number of a resource; empty when there is none, for instance because it has no limit. */
    public OptionalInt findResource(Kind kind, String name) {
        Integer index = indexByKind.getOrDefault(kind, Map.of()).get(name);
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    private int resource(Kind kind, String name) {
        return findResource(kind, name)
                .orElseThrow(() -> new IllegalArgumentException("found no " + kind.label() + " " + name
                        + " in the scenario, expected every name to be listed; maybe check it first"));
    }

    /**
     * First bucket that is not past the release fence on the day {@code asOfBucket} lies in; buckets before it are
     * released.
     */
    public int releaseFence(int asOfBucket) {
        return asOfBucket + scenario.rules().releaseFenceWeeks();
    }

    /** Whether and how a configuration can be built. */
    public BuildPlan plan(Configuration configuration) {
        Optional<Market> market = scenario.findMarket(configuration.market());
        if (market.isEmpty()) {
            return NotOffered.UNKNOWN_MARKET;
        }
        Optional<Product> product = scenario.findProduct(configuration.model(), configuration.trim());
        if (product.isEmpty()) {
            return NotOffered.UNKNOWN_PRODUCT;
        }
        if (!configuration.options().stream().allMatch(option -> offers(configuration, option))) {
            return NotOffered.OPTION_NOT_OFFERED;
        }
        if (product.get().lines().isEmpty()) {
            return NotOffered.NO_LINE;
        }
        List<Integer> quotas = quotasOf(configuration);
        List<Integer> opened = openingsOf(configuration);
        boolean marketHasQuota =
                scenario.quotas().stream().anyMatch(quota -> quota.market().equals(configuration.market()));
        if (marketHasQuota && quotas.isEmpty() && opened.isEmpty()) {
            return NotOffered.NO_QUOTA;
        }
        List<Route> routes = product.get().lines().stream()
                .map(line -> new Route(line, needs(configuration, line, quotas, opened)))
                .toList();
        int opensBucket = opened.stream()
                .mapToInt(opening -> openings.get(opening).earliestBucket())
                .reduce(market.get().opensBucket(), Math::min);
        return new Buildable(routes, opensBucket, market.get().transitWeeks());
    }

    private List<Integer> openingsOf(Configuration configuration) {
        return IntStream.range(0, openings.size())
                .filter(i -> openings.get(i).market().equals(configuration.market())
                        && openings.get(i).products().matches(configuration.model(), configuration.trim()))
                .boxed()
                .toList();
    }

    private boolean offers(Configuration configuration, String optionName) {
        return scenario.options().stream()
                .anyMatch(option -> option.name().equals(optionName)
                        && option.products().matches(configuration.model(), configuration.trim()));
    }

    private List<Integer> quotasOf(Configuration configuration) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < scenario.quotas().size(); i++) {
            Quota quota = scenario.quotas().get(i);
            if (quota.market().equals(configuration.market())
                    && quota.products().matches(configuration.model(), configuration.trim())) {
                found.add(i);
            }
        }
        return found;
    }

    private List<Need> needs(Configuration configuration, String line, List<Integer> quotas, List<Integer> opened) {
        List<Need> needs = new ArrayList<>();
        int lineResource = resource(Kind.LINE, line);
        needs.add(new Need(lineResource, 1, 0));
        boolean hasReservation = quotas.stream()
                        .anyMatch(quota -> scenario.quotas()
                                .get(quota)
                                .reservedOn()
                                .filter(line::equals)
                                .isPresent())
                || opened.stream()
                        .anyMatch(opening -> openings.get(opening).reservedOn().equals(Optional.of(line)));
        for (Reservation reservation : reservations) {
            if (reservation.line() == lineResource && !hasReservation) {
                needs.add(new Need(reservation.openPool(), 1, 0));
            }
        }
        for (int i = 0; i < mixResource.size(); i++) {
            MixLimit mix = scenario.mix().get(i);
            boolean here = mix.line().isEmpty() || mix.line().get().equals(line);
            if (here
                    && mixResource.get(i) >= 0
                    && mix.products().matches(configuration.model(), configuration.trim())) {
                needs.add(new Need(mixResource.get(i), 1, 0));
            }
        }
        for (int i = 0; i < optionResource.size(); i++) {
            Option option = scenario.options().get(i);
            if (optionResource.get(i) >= 0
                    && configuration.options().contains(option.name())
                    && option.products().matches(configuration.model(), configuration.trim())) {
                needs.add(new Need(optionResource.get(i), 1, 0));
            }
        }
        for (int quota : quotas) {
            if (quotaResource.get(quota) >= 0) {
                needs.add(new Need(quotaResource.get(quota), 1, 0));
            }
        }
        opened.forEach(opening -> needs.add(new Need(openingResource.get(opening), 1, 0)));
        findResource(Kind.TRANSPORT, configuration.market())
                .ifPresent(transport -> needs.add(new Need(transport, 1, 0)));
        needs.addAll(partNeeds(configuration));
        return needs;
    }

    /** A part needed at several offsets is asked for at the earliest of them: on the safe side. */
    private List<Need> partNeeds(Configuration configuration) {
        Map<Integer, Need> byPart = new LinkedHashMap<>();
        for (BillLine line : scenario.bill()) {
            boolean wanted = line.products().matches(configuration.model(), configuration.trim())
                    && line.option().map(configuration.options()::contains).orElse(true);
            if (wanted) {
                int part = resource(Kind.PART, line.part());
                byPart.merge(
                        part,
                        new Need(part, line.quantity(), line.offsetWeeks()),
                        (a, b) -> new Need(
                                part, a.quantity() + b.quantity(), Math.min(a.offsetWeeks(), b.offsetWeeks())));
            }
        }
        return List.copyOf(byPart.values());
    }

    private List<Reservation> addReservations(List<Resource> list) {
        int asOfBucket = scenario.horizon().bucket(Week.of(scenario.asOf()));
        List<Reservation> found = new ArrayList<>();
        for (Line line : scenario.lines()) {
            int[] reserved = new int[scenario.horizon().weeks()];
            boolean any = false;
            for (Quota quota : scenario.quotas()) {
                if (quota.reservedOn().filter(line.name()::equals).isPresent()) {
                    any = true;
                    for (int bucket = 0; bucket < reserved.length; bucket++) {
                        reserved[bucket] =
                                Math.addExact(reserved[bucket], quota.units().get(bucket));
                    }
                }
            }
            if (any) {
                int[] open = new int[reserved.length];
                for (int bucket = 0; bucket < open.length; bucket++) {
                    open[bucket] =
                            openUnits(line.capacity().get(bucket), reserved[bucket], bucket < releaseFence(asOfBucket));
                }
                int lineResource = resource(Kind.LINE, line.name());
                int openPool = add(list, new Resource(Kind.OPEN_POOL, line.name(), 0, WeeklyUnits.of(open)));
                found.add(new Reservation(lineResource, openPool, WeeklyUnits.of(reserved), List.of()));
            }
        }
        return List.copyOf(found);
    }

    /** Those of the quotas there are, with the quotas that may be opened. */
    private List<Reservation> withOpenings(List<Reservation> reserving, List<Resource> list) {
        List<Reservation> all = new ArrayList<>();
        for (Line line : scenario.lines()) {
            int number = resource(Kind.LINE, line.name());
            Optional<Reservation> there = reserving.stream()
                    .filter(reservation -> reservation.line() == number)
                    .findFirst();
            List<Integer> kept = IntStream.range(0, openings.size())
                    .filter(i -> openings.get(i).reservedOn().equals(Optional.of(line.name())))
                    .mapToObj(openingResource::get)
                    .toList();
            if (there.isPresent()) {
                all.add(new Reservation(
                        number, there.get().openPool(), there.get().reserved(), kept));
            } else if (!kept.isEmpty()) {
                int openPool = add(list, new Resource(Kind.OPEN_POOL, line.name(), 0, line.capacity()));
                all.add(new Reservation(number, openPool, none(), kept));
            }
        }
        return List.copyOf(all);
    }

    private WeeklyUnits none() {
        return WeeklyUnits.constant(scenario.horizon().weeks(), 0);
    }

    /** What is left of a line's week for orders without a reservation. */
    public static int openUnits(int lineUnits, int reservedUnits, boolean released) {
        return released ? lineUnits : Math.max(0, lineUnits - reservedUnits);
    }

    private int addLimit(List<Resource> list, Kind kind, String name, WeeklyUnits limit) {
        boolean limited = false;
        for (int bucket = 0; bucket < limit.weeks(); bucket++) {
            limited |= limit.get(bucket) != WeeklyUnits.UNLIMITED;
        }
        return limited ? add(list, new Resource(kind, name, 0, limit)) : -1;
    }

    private int add(List<Resource> list, Resource resource) {
        Map<String, Integer> byName = indexByKind.computeIfAbsent(resource.kind(), kind -> new TreeMap<>());
        if (byName.put(resource.name(), list.size()) != null) {
            throw new IllegalArgumentException("found " + resource.label() + " twice, expected each name once");
        }
        list.add(resource);
        return list.size() - 1;
    }
}
