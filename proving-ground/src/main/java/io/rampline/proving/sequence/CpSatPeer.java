package io.rampline.proving.sequence;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import io.rampline.sequence.day.Aim;
import io.rampline.sequence.day.Car;
import io.rampline.sequence.day.DayEdge;
import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.day.Priority;
import io.rampline.sequence.day.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The day as a constraint program: a 0/1 variable for each kind of car and place, carriers and colours as sums of them,
 * the excess of each window as a number. The order given is its hint.
 */
final class CpSatPeer {
    static final String TITLE = "CP-SAT, 1 thread";

    private static final long FIRST_PRICE = 1_000_000;
    private static final long STEP = 1_000;

    private final LineDay day;
    private final CpModel model = new CpModel();
    private final LinearExprBuilder price = LinearExpr.newBuilder();
    private final List<List<Integer>> kinds;
    private final BoolVar[][] stands;
    private final int places;

    private CpSatPeer(LineDay day) {
        this.day = day;
        this.places = day.cars().size();
        this.kinds = kinds(day);
        this.stands = new BoolVar[kinds.size()][places];
    }

    /** The best order found within the time, if any; bounds of single cars are not looked at. */
    static Optional<List<Integer>> order(LineDay day, double seconds) {
        Loader.loadNativeLibraries();
        return new CpSatPeer(day).solve(seconds);
    }

    private static List<List<Integer>> kinds(LineDay day) {
        Map<String, List<Integer>> byKind = new TreeMap<>();
        for (int car = 0; car < day.cars().size(); car++) {
            Car of = day.cars().get(car);
            byKind.computeIfAbsent(of.colour() + "/" + of.options(), kind -> new ArrayList<>())
                    .add(car);
        }
        return List.copyOf(byKind.values());
    }

    private Optional<List<Integer>> solve(double seconds) {
        everyPlaceHoldsOneCar();
        for (int r = 0; r < day.ratios().size(); r++) {
            windows(r);
        }
        colours();
        model.minimize(price);
        CpSolver solver = new CpSolver();
        solver.getParameters().setNumWorkers(1).setMaxTimeInSeconds(seconds);
        CpSolverStatus status = solver.solve(model);
        if (status != CpSolverStatus.OPTIMAL && status != CpSolverStatus.FEASIBLE) {
            return Optional.empty();
        }
        int[] next = new int[kinds.size()];
        List<Integer> order = new ArrayList<>();
        for (int place = 0; place < places; place++) {
            for (int kind = 0; kind < next.length; kind++) {
                if (solver.booleanValue(stands[kind][place])) {
                    order.add(kinds.get(kind).get(next[kind]++));
                }
            }
        }
        return Optional.of(order);
    }

    private void everyPlaceHoldsOneCar() {
        for (int kind = 0; kind < stands.length; kind++) {
            for (int place = 0; place < places; place++) {
                stands[kind][place] = model.newBoolVar("");
                model.addHint(stands[kind][place], kinds.get(kind).contains(place));
            }
            model.addEquality(LinearExpr.sum(stands[kind]), kinds.get(kind).size());
        }
        for (int place = 0; place < places; place++) {
            Literal[] here = new Literal[stands.length];
            for (int kind = 0; kind < stands.length; kind++) {
                here[kind] = stands[kind][place];
            }
            model.addExactlyOne(here);
        }
    }

    /** A variable for each place that says whether the car there is of certain kinds. */
    private BoolVar[] holding(boolean[] ofKind) {
        BoolVar[] held = new BoolVar[places];
        for (int place = 0; place < places; place++) {
            held[place] = model.newBoolVar("");
            LinearExprBuilder sum = LinearExpr.newBuilder();
            for (int kind = 0; kind < stands.length; kind++) {
                if (ofKind[kind]) {
                    sum.add(stands[kind][place]);
                }
            }
            model.addEquality(sum, held[place]);
        }
        return held;
    }

    private Car anyOf(int kind) {
        return day.cars().get(kinds.get(kind).getFirst());
    }

    private long priceOf(Aim aim) {
        long factor = FIRST_PRICE;
        for (Aim ranked : day.aims()) {
            if (ranked == aim) {
                return factor;
            }
            factor /= STEP;
        }
        return 0;
    }

    private void windows(int r) {
        Ratio ratio = day.ratios().get(r);
        boolean[] carries = new boolean[kinds.size()];
        for (int kind = 0; kind < carries.length; kind++) {
            carries[kind] = anyOf(kind).carries(r);
        }
        BoolVar[] carried = holding(carries);
        boolean whole = day.edge() == DayEdge.WHOLE_WINDOWS;
        long cost = ratio.weight() * priceOf(ratio.priority() == Priority.HIGH ? Aim.HIGH_RATIOS : Aim.LOW_RATIOS);
        for (int start = whole ? 0 : 1 - ratio.in(); start < (whole ? places - ratio.in() + 1 : places); start++) {
            LinearExprBuilder held = LinearExpr.newBuilder();
            for (int place = start; place < Math.min(places, start + ratio.in()); place++) {
                int before = day.before().size() + place;
                if (place >= 0) {
                    held.add(carried[place]);
                } else if (before >= 0 && day.before().get(before).carries(r)) {
                    held.add(1);
                }
            }
            IntVar excess = model.newIntVar(0, ratio.in(), "");
            model.addLessOrEqual(held, LinearExpr.newBuilder().add(excess).add(ratio.most()));
            price.addTerm(excess, cost);
        }
    }

    private void colours() {
        List<Integer> colours =
                day.cars().stream().map(Car::colour).distinct().sorted().toList();
        BoolVar[] changes = new BoolVar[places];
        for (int place = 0; place < places; place++) {
            changes[place] = model.newBoolVar("");
            price.addTerm(changes[place], priceOf(Aim.COLOUR_CHANGES));
        }
        for (int colour : colours) {
            boolean[] painted = new boolean[kinds.size()];
            for (int kind = 0; kind < painted.length; kind++) {
                painted[kind] = anyOf(kind).colour() == colour;
            }
            BoolVar[] here = holding(painted);
            for (int place = 0; place < places; place++) {
                if (place > 0) {
                    model.addLessOrEqual(
                            here[place],
                            LinearExpr.newBuilder().add(here[place - 1]).add(changes[place]));
                } else if (!day.before().isEmpty() && day.before().getLast().colour() != colour) {
                    model.addLessOrEqual(here[place], changes[place]);
                }
                if (place + day.runMax() < places) {
                    LinearExprBuilder run = LinearExpr.newBuilder();
                    for (int p = place; p <= place + day.runMax(); p++) {
                        run.add(here[p]);
                    }
                    model.addLessOrEqual(run, day.runMax());
                }
            }
        }
    }
}
