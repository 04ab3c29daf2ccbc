package io.rampline.simulation.futures;

import io.rampline.factory.Line;
import io.rampline.factory.MixLimit;
import io.rampline.factory.Network;
import io.rampline.factory.Resource;
import io.rampline.factory.Resource.Kind;
import io.rampline.factory.Uncertainty;
import io.rampline.factory.Week;
import io.rampline.factory.WeeklyUnits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The futures of a network, each by its number: what every line builds, every part brings, every model sells and how
 * many customers lose patience.
 *
 * <p>The same seed and number give the same future whoever asks, in whatever order; a network with one line more has
 * the same futures for all that it shares with the one without ({@link Draws}).
 *
 * <p>A line's week = its plan with late climbs ({@link LateClimb}) x the factor of its plant x its own
 * ({@link Disturbance}), in whole units with the fraction carried over. A limit on the mix of one line is a share of
 * that line and goes with it; what a line has left for orders without a reservation is counted anew. Quotas, options,
 * transport and limits over several lines are what they are. Output is at most {@value #FACTOR_MAX} times the plan.
 *
 * <p>Cost: O((plants + lines + parts) x weeks) a future, no object.
 *
 * <p>Not here: estimates from a history.
 */
public final class Futures {
    /** More than this is a flaw of the plan, not luck. */
    static final double FACTOR_MAX = 1.5;

    /** Absorbs the rounding of binary fractions, as in the plan's own units. */
    private static final double FRACTION_SLACK = 1e-9;

    private final Network network;
    private final int weeks;
    private final Draws draws;
    private final List<String> models;
    private final int[] demandCauses;
    private final double demandScale;
    private final int leavingCause;
    private final double leavingSpread;
    private final Disturbance[] plants;
    private final LineFuture[] lines;
    private final PartFuture[] parts;
    private final MixOfLine[] mixes;
    private final Network.Reservation[] reservations;
    private final int[] planned;
    private final int[] openingStock;
    private final int asOfBucket;
    /** Factors of the plants, then those of the line or part at hand, then what stops leave of it. */
    private final double[][] factors;

    private record LineFuture(int resource, int plant, Disturbance own, LateClimb climb) {}

    private record PartFuture(int resource, Disturbance own) {}

    private record MixOfLine(int resource, int line) {}

    /** For one thread; another one needs futures of its own, with the same seed. */
    public Futures(Network network, Uncertainty uncertainty, long seed) {
        this.network = network;
        this.weeks = network.horizon().weeks();
        this.draws = new Draws(seed);
        this.planned = plannedUnits(network);
        this.openingStock =
                network.resources().stream().mapToInt(Resource::openingStock).toArray();
        this.asOfBucket = network.horizon().bucket(Week.of(network.scenario().asOf()));
        TreeSet<String> named = new TreeSet<>();
        network.scenario().demand().forEach(forecast -> named.add(forecast.model()));
        this.models = List.copyOf(named);
        this.demandCauses = models.stream()
                .mapToInt(model -> new Cause(Cause.Kind.DEMAND, model).number())
                .toArray();
        double outside = uncertainty.demand().outsidePercent() / 100;
        this.demandScale = outside == 0 ? 0 : 1 / NormalCurve.quantile(1 - outside / 2);
        this.leavingCause = new Cause(Cause.Kind.LEAVING, "").number();
        this.leavingSpread = uncertainty.leaving().spreadPercent() / 100;
        TreeMap<String, Integer> plantNumbers = new TreeMap<>();
        for (Line line : network.scenario().lines()) {
            plantNumbers.putIfAbsent(line.plant(), plantNumbers.size());
        }
        this.plants = new Disturbance[plantNumbers.size()];
        plantNumbers.forEach((name, number) ->
                plants[number] = Disturbance.of(new Cause(Cause.Kind.PLANT, name), uncertainty.plant(name)));
        this.lines = lines(plantNumbers, uncertainty);
        this.parts = parts(uncertainty);
        this.mixes = mixes();
        this.reservations = network.reservations().toArray(Network.Reservation[]::new);
        this.factors = new double[plants.length + 2][weeks];
    }

    /** The models with expected demand; a model's place here is its number. */
    public List<String> models() {
        return models;
    }

    public Network network() {
        return network;
    }

    /** Where {@link #write} writes to. */
    public Course course() {
        return new Course(weeks, network.resources().size(), models.size());
    }

    /** The plan itself: nothing is disturbed, demand is the middle forecast, as many leave as planned. */
    public void writePlan(Course to) {
        System.arraycopy(planned, 0, to.units, 0, planned.length);
        System.arraycopy(openingStock, 0, to.openingStock, 0, openingStock.length);
        Arrays.fill(to.demandLevels, 0);
        to.leaving[0] = 1;
    }

    /** Writes the future of that number, 0 or more. */
    public void write(long future, Course to) {
        writePlan(to);
        for (int plant = 0; plant < plants.length; plant++) {
            Arrays.fill(factors[plant], 1);
            plants[plant].multiply(draws, future, factors[plant], factors[plant]);
        }
        for (LineFuture line : lines) {
            writeLine(line, future, to);
        }
        for (MixOfLine mix : mixes) {
            writeMix(mix, to);
        }
        for (Network.Reservation reservation : reservations) {
            writeOpenPool(reservation, to);
        }
        for (PartFuture part : parts) {
            writePart(part, future, to);
        }
        for (int model = 0; model < demandCauses.length; model++) {
            draws.at(future, demandCauses[model], Disturbance.ONCE);
            to.demandLevels[model] = demandScale == 0 ? 0 : demandScale * draws.normal();
        }
        draws.at(future, leavingCause, Disturbance.ONCE);
        to.leaving[0] = leavingSpread == 0
                ? 1
                : StrictMath.exp(leavingSpread * draws.normal() - leavingSpread * leavingSpread / 2);
    }

    private void writeLine(LineFuture line, long future, Course to) {
        double[] plant = factors[line.plant()];
        double[] own = factors[plants.length];
        Arrays.fill(own, 1);
        line.own().multiply(draws, future, own, own);
        draws.at(future, line.own().cause(), Disturbance.ONCE);
        double delay = line.climb().climbs() ? line.climb().delay(draws.otherNormal()) : 0;
        double exact = 0;
        long given = 0;
        int at = line.resource() * weeks;
        for (int week = 0; week < weeks; week++) {
            if (to.units[at + week] == WeeklyUnits.UNLIMITED) {
                continue;
            }
            exact += line.climb().units(week, delay) * StrictMath.min(FACTOR_MAX, plant[week] * own[week]);
            long whole = (long) StrictMath.floor(exact + FRACTION_SLACK);
            to.units[at + week] = (int) (whole - given);
            given = whole;
        }
    }

    private void writeMix(MixOfLine mix, Course to) {
        double exact = 0;
        long given = 0;
        for (int week = 0; week < weeks; week++) {
            int limit = planned[mix.resource() * weeks + week];
            int before = planned[mix.line() * weeks + week];
            if (limit == WeeklyUnits.UNLIMITED || before == WeeklyUnits.UNLIMITED) {
                continue;
            }
            double share = before == 0 ? 1 : to.units[mix.line() * weeks + week] / (double) before;
            exact += limit * share;
            long whole = (long) StrictMath.floor(exact + FRACTION_SLACK);
            to.units[mix.resource() * weeks + week] = (int) (whole - given);
            given = whole;
        }
    }

    private void writeOpenPool(Network.Reservation reservation, Course to) {
        for (int week = 0; week < weeks; week++) {
            to.units[reservation.openPool() * weeks + week] = Network.openUnits(
                    to.units[reservation.line() * weeks + week],
                    reservation.reserved().get(week),
                    week < network.releaseFence(asOfBucket));
        }
    }

    private void writePart(PartFuture part, long future, Course to) {
        double[] noise = factors[plants.length];
        double[] let = factors[plants.length + 1];
        Arrays.fill(noise, 1);
        Arrays.fill(let, 1);
        part.own().multiply(draws, future, noise, let);
        double exact = 0;
        double held = 0;
        long given = 0;
        int at = part.resource() * weeks;
        for (int week = 0; week < weeks; week++) {
            if (to.units[at + week] == WeeklyUnits.UNLIMITED) {
                continue;
            }
            double due = to.units[at + week] * StrictMath.min(FACTOR_MAX, noise[week]);
            // What was held arrives with the first week that is not held back.
            double arrives = let[week] < 1 ? due * let[week] : due + held;
            held = let[week] < 1 ? held + due - arrives : 0;
            exact += arrives;
            long whole = (long) StrictMath.floor(exact + FRACTION_SLACK);
            to.units[at + week] = (int) StrictMath.min(WeeklyUnits.UNLIMITED - 1L, whole - given);
            given = whole;
        }
    }

    private LineFuture[] lines(SortedMap<String, Integer> plantNumbers, Uncertainty uncertainty) {
        List<LineFuture> found = new ArrayList<>();
        for (Line line : network.scenario().lines()) {
            Uncertainty.Output own = uncertainty.line(line.name());
            found.add(new LineFuture(
                    network.findResource(Kind.LINE, line.name()).orElseThrow(),
                    Objects.requireNonNull(plantNumbers.get(line.plant())),
                    Disturbance.of(new Cause(Cause.Kind.LINE, line.name()), own),
                    new LateClimb(line.capacity().toArray(), own)));
        }
        return found.toArray(LineFuture[]::new);
    }

    private PartFuture[] parts(Uncertainty uncertainty) {
        List<PartFuture> found = new ArrayList<>();
        for (int r = 0; r < network.resources().size(); r++) {
            Resource resource = network.resources().get(r);
            if (resource.kind() == Kind.PART) {
                Disturbance own =
                        Disturbance.of(new Cause(Cause.Kind.PART, resource.name()), uncertainty.part(resource.name()));
                if (!own.isCertain()) {
                    found.add(new PartFuture(r, own));
                }
            }
        }
        return found.toArray(PartFuture[]::new);
    }

    private MixOfLine[] mixes() {
        List<MixOfLine> found = new ArrayList<>();
        for (MixLimit mix : network.scenario().mix()) {
            var resource = network.findResource(Kind.MIX, mix.resourceName());
            var line =
                    mix.line().map(name -> network.findResource(Kind.LINE, name).orElseThrow());
            if (resource.isPresent() && line.isPresent()) {
                found.add(new MixOfLine(resource.getAsInt(), line.get()));
            }
        }
        return found.toArray(MixOfLine[]::new);
    }

    private static int[] plannedUnits(Network network) {
        int weeks = network.horizon().weeks();
        int[] units = new int[network.resources().size() * weeks];
        for (int r = 0; r < network.resources().size(); r++) {
            System.arraycopy(network.resources().get(r).units().toArray(), 0, units, r * weeks, weeks);
        }
        return units;
    }
}
