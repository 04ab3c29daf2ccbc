package io.rampline.ramp.milp;

import io.rampline.ramp.highs.Effort;
import io.rampline.ramp.highs.Highs;
import io.rampline.ramp.highs.LinearProgram;
import io.rampline.ramp.highs.Session;
import io.rampline.ramp.highs.Solution;
import io.rampline.ramp.highs.Solution.Ending;
import io.rampline.ramp.highs.Watch;
import io.rampline.ramp.milp.Gains.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Seeks the best whole starts of a program: first the program without whole numbers, with the rows of
 * {@link Separation} that cut off its points; then a tree in which each node halves the weeks that a step may start in,
 * every node solved from the solution before it.
 *
 * <p>What is branched on is what lifts the bound most on both sides, by what it has lifted before, and by trying where
 * that is not known. After a node comes the cheaper side, until it is known to cost too much; then the open node with
 * the lowest bound. Rounded starts of every node are tried in {@link Neighbours}. All limits count work.
 */
final class Tree implements AutoCloseable {
    private static final double[] ROUNDING = {0.999, 0.5, 0.1, 1e-5};
    private static final int ROOT_ROUNDS_MAX = 40;
    private static final int ROOT_CUTS = 60;
    /** Rounds without fruit after which cutting stops. */
    private static final int BARREN_ROUNDS_MAX = 3;

    private static final double FRUIT = 1e-4;
    private static final int NODE_CUTS = 10;
    private static final int CUTS_MAX = 2000;
    /** Candidates that are tried on both sides at a node. */
    private static final int TRIED_MAX = 4;

    /** Of the iterations for the bound, the part that bettering starts may take after a plunge. */
    private static final int BETTERING = 3;

    private static final int ROWS_MANY = 8000;

    private static final double ROUNDING_ERROR = 1e-9;

    private final LinearProgram program;
    private final List<StepColumns> steps;
    private final List<Separation> separations;
    private final Neighbours neighbours;
    private final Session session;
    private final Gains gains;
    private final Effort effort;
    private final Watch watch;
    private final PriorityQueue<Node> open = new PriorityQueue<>(
            Comparator.comparingDouble((Node node) -> node.bound).thenComparingLong(node -> node.number));
    private final List<Node> path = new ArrayList<>();
    private @Nullable Node current;
    /** Cost of the best starts when they had last been bettered. */
    private double bettered = Double.POSITIVE_INFINITY;

    private long numbers;
    private long nodes;
    private int cuts;
    private boolean stopped;
    private double rootBound = Double.NEGATIVE_INFINITY;
    /** Least bound of what was closed because no plan there is better by the gap asked for. */
    private double closedBound = Double.POSITIVE_INFINITY;

    /** A part of the tree: that of its parent with one more column decided. */
    private record Node(@Nullable Node parent, int column, boolean one, double bound, long number) {}

    Tree(
            Highs highs,
            LinearProgram program,
            List<StepColumns> steps,
            List<Separation> separations,
            Neighbours neighbours,
            Effort effort,
            Watch watch) {
        this.program = program;
        this.steps = steps;
        this.separations = separations;
        this.neighbours = neighbours;
        this.session = highs.open(program.relaxed());
        this.gains = new Gains(steps.stream().map(StepColumns::columns).toList());
        this.effort = effort;
        this.watch = watch;
    }

    /**
     * Searches. The best starts are then those of the {@link Neighbours}.
     *
     * @return no plan costs less; positive infinity when there is none
     */
    double search(List<Map<String, OptionalInt>> hints) {
        Solution root = root(hints);
        if (root.ending() != Ending.BEST) {
            return root.ending() == Ending.IMPOSSIBLE ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        return goDown();
    }

    /** Solves the program without whole numbers, with cuts, and tries starts rounded from it and those given. */
    Solution root(List<Map<String, OptionalInt>> hints) {
        Solution root = cutRoot();
        if (root.ending() == Ending.BEST) {
            rootBound = root.cost();
            hints.forEach(neighbours::attempt);
            round(root.point());
            open.add(new Node(null, -1, false, rootBound, numbers++));
        }
        return root;
    }

    /** Searches the tree under the root. */
    double goDown() {
        while (goOn() && !open.isEmpty()) {
            plunge(open.remove());
        }
        return bound();
    }

    long nodes() {
        return nodes;
    }

    /** No plan costs less. */
    double bound() {
        double least = Math.min(closedBound, neighbours.cost());
        least = current == null ? least : Math.min(least, current.bound);
        return open.isEmpty() ? least : Math.min(least, open.peek().bound);
    }

    /** What a node must be able to come under to be worth its work. */
    private double threshold() {
        double cost = neighbours.cost();
        return Double.isFinite(cost) ? cost - Math.max(effort.relativeGap(), ROUNDING_ERROR) * Math.abs(cost) : cost;
    }

    private boolean goOn() {
        boolean worked = session.iterations() + neighbours.iterations() >= effort.iterationsMax();
        stopped |= worked || nodes >= effort.nodesMax();
        stopped |= !watch.goOn(neighbours.cost(), Math.max(rootBound, bound()), nodes);
        return !stopped;
    }

    private Solution cutRoot() {
        Solution solution = solveFirst();
        int barren = 0;
        for (int round = 0; round < ROOT_ROUNDS_MAX && solution.found() && barren < BARREN_ROUNDS_MAX; round++) {
            double before = solution.cost();
            if (!watch.goOn(neighbours.cost(), before, nodes) || !cut(solution.point(), ROOT_CUTS)) {
                break;
            }
            solution = solve(Double.POSITIVE_INFINITY);
            barren = solution.cost() - before < FRUIT * Math.abs(before) ? barren + 1 : 0;
        }
        return solution;
    }

    /** Adds rows that the point breaks; false when there are none. */
    private boolean cut(double[] point, int most) {
        boolean any = false;
        for (Separation separation : separations) {
            for (CoverCut cut : separation.cuts(point, Math.min(most, CUTS_MAX - cuts))) {
                session.addRow(cut.needed(), LinearProgram.INFINITY, cut.terms(separation.steps()));
                cuts++;
                any = true;
            }
        }
        return any;
    }

    private Solution solveFirst() {
        if (program.rows() < ROWS_MANY) {
            return solve(Double.POSITIVE_INFINITY);
        }
        // Many blocks with little between them: the interior point method is several times faster here.
        session.option("solver", "ipm");
        Solution solution = solve(Double.POSITIVE_INFINITY);
        session.option("solver", "simplex");
        return solution;
    }

    private Solution solve(double most) {
        session.costMax(most);
        return session.solve(Effort.UNLIMITED, Watch.NOBODY);
    }

    private void round(double[] point) {
        for (double share : ROUNDING) {
            Map<String, OptionalInt> starts = new TreeMap<>();
            steps.forEach(columns -> starts.put(columns.step.name(), columns.start(point, share)));
            neighbours.attempt(starts);
        }
    }

    /** Follows the cheaper side from node to node until it is closed, or the search is over. */
    private void plunge(Node from) {
        current = from;
        while (current != null && goOn()) {
            Node node = current;
            if (node.bound >= threshold()) {
                close(node.bound);
                current = null;
            } else {
                current = step(node);
            }
        }
        if (!stopped && neighbours.cost() < bettered) {
            neighbours.better(session.iterations() / BETTERING);
            bettered = neighbours.cost();
        }
    }

    private void close(double bound) {
        closedBound = Math.min(closedBound, bound);
    }

    /** Works on a node, and gives the next one; null when it is closed. */
    private @Nullable Node step(Node node) {
        nodes++;
        enter(node);
        double most = threshold();
        Solution solution = solve(most);
        if (solution.ending() == Ending.BEST && solution.cost() < most && cut(solution.point(), NODE_CUTS)) {
            solution = solve(most);
        }
        if (solution.ending() != Ending.BEST) {
            // What the solver gives up on counts with what is known of it.
            close(bound(solution, most, node.bound));
            return null;
        }
        double bound = Math.max(node.bound, solution.cost());
        round(solution.point());
        List<Candidate> candidates = gains.candidates(solution.point());
        if (bound >= threshold() || candidates.isEmpty()) {
            close(bound);
            return null;
        }
        return branch(node, bound, candidates);
    }

    private static double bound(Solution solution, double most, double known) {
        return switch (solution.ending()) {
            case IMPOSSIBLE -> Double.POSITIVE_INFINITY;
            case TOO_DEAR -> Math.max(known, most);
            case BEST -> Math.max(known, solution.cost());
            case UNBOUNDED, STOPPED -> known;
        };
    }

    private Node branch(Node node, double bound, List<Candidate> candidates) {
        List<Candidate> unknown = candidates.stream()
                .filter(candidate -> !gains.known(candidate))
                .sorted(Comparator.comparingDouble(candidate -> -candidate.fraction()))
                .limit(TRIED_MAX)
                .toList();
        Candidate best = candidates.getFirst();
        double[] sides = {bound, bound};
        double most = Double.NEGATIVE_INFINITY;
        for (Candidate candidate : unknown) {
            double[] its = {attempt(candidate, false, bound), attempt(candidate, true, bound)};
            double score =
                    Gains.score(Math.min(its[0], 2 * threshold()) - bound, Math.min(its[1], 2 * threshold()) - bound);
            if (Double.isInfinite(its[0]) || Double.isInfinite(its[1]) || score > most) {
                most = score;
                best = candidate;
                sides = its;
            }
        }
        for (Candidate candidate : candidates) {
            double score = gains.known(candidate) && !unknown.contains(candidate) ? gains.score(candidate) : most;
            if (score > most) {
                most = score;
                best = candidate;
                sides = new double[] {bound, bound};
            }
        }
        boolean one = sides[1] < sides[0] || (sides[1] == sides[0] && best.share() >= 0.5);
        open.add(new Node(node, best.column(), !one, sides[one ? 0 : 1], numbers++));
        return new Node(node, best.column(), one, sides[one ? 1 : 0], numbers++);
    }

    /** What a side of a candidate costs at least. */
    private double attempt(Candidate candidate, boolean one, double bound) {
        double fixed = one ? 1 : 0;
        session.changeBounds(candidate.column(), fixed, fixed);
        double most = threshold();
        Solution solution = solve(most);
        session.changeBounds(candidate.column(), program.lower(candidate.column()), program.upper(candidate.column()));
        double its = bound(solution, most, bound);
        if (solution.ending() == Ending.BEST) {
            gains.learn(candidate, one, its - bound);
        } else if (solution.ending() == Ending.TOO_DEAR) {
            gains.learn(candidate, one, most - bound);
        }
        return its;
    }

    /** Decides the columns of a node and of those above it, and no others. */
    private void enter(Node node) {
        for (Node old : path) {
            session.changeBounds(old.column, program.lower(old.column), program.upper(old.column));
        }
        path.clear();
        for (Node each = node; each != null && each.column >= 0; each = each.parent) {
            path.add(each);
        }
        for (Node each : path) {
            double fixed = each.one ? 1 : 0;
            session.changeBounds(each.column, fixed, fixed);
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
