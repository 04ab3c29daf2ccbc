package io.rampline.ramp.milp;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.ramp.RampWorlds;
import io.rampline.ramp.highs.Effort;
import io.rampline.ramp.highs.Highs;
import io.rampline.ramp.highs.LinearProgram;
import io.rampline.ramp.highs.LinearProgram.Terms;
import io.rampline.ramp.highs.Session;
import io.rampline.ramp.highs.Solution;
import io.rampline.ramp.highs.Watch;
import io.rampline.ramp.milp.TimetableModel.Frame;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CoverCutTest {
    private static final Highs HIGHS = Highs.load(Path.of("target", "cache"));
    private static final int WORLDS = Integer.getInteger("rampline.worlds", 60);
    private static final int ROUNDS = 6;
    private static final double TOLERANCE = 1e-6;

    private record Row(Terms left, double needed) {}

    @Test
    void everyWholePlanKeepsEveryCut() {
        int cuts = 0;
        int plans = 0;
        for (long seed = 1; seed <= WORLDS; seed++) {
            TimetableModel model = model(seed, Double.POSITIVE_INFINITY);
            List<Row> rows = rows(model);
            cuts += rows.size();
            if (rows.isEmpty()) {
                continue;
            }
            LinearProgram fixed = model.program.relaxed();
            try (Session session = HIGHS.open(fixed)) {
                plans += everyStart(model, session, 0, seed, rows);
            }
        }
        assertThat(cuts).isGreaterThan(WORLDS / 2);
        assertThat(plans).isGreaterThan(WORLDS);
    }

    /** The least that the left side of a cut can be with given starts, however late orders are. */
    @Test
    void noOrderThatIsLateAtAPriceBreaksACut() {
        int cuts = 0;
        for (long seed = 1; seed <= WORLDS / 3; seed++) {
            TimetableModel model = model(seed, 1000);
            for (Row row : rows(model).stream().limit(6).toList()) {
                cuts++;
                LinearProgram least = model.program.relaxed();
                for (int c = 0; c < least.columns(); c++) {
                    least.setCost(c, 0);
                }
                least.addOffset(-least.offset());
                row.left().addCosts(least, 1);
                try (Session session = HIGHS.open(least)) {
                    everyStart(model, session, 0, seed, List.of(row));
                }
            }
        }
        assertThat(cuts).isGreaterThan(WORLDS / 6);
    }

    private static TimetableModel model(long seed, double lateMinor) {
        RampWorlds world = new RampWorlds(seed);
        PlanningCase planningCase = PlanningCase.of(world.scenario, world.book, world.terms);
        if (Double.isInfinite(lateMinor)) {
            return new TimetableModel(planningCase, new TreeSet<>());
        }
        LinearProgram program = new LinearProgram();
        TimetableModel model = new TimetableModel(
                planningCase, new TreeSet<>(), new Frame(program, Measures.of(planningCase), null, 0, lateMinor));
        model.cost.addCosts(program, 1);
        model.lateness.addCosts(program, 1);
        return model;
    }

    /** The cuts of a few rounds at the root. */
    private static List<Row> rows(TimetableModel model) {
        List<Row> rows = new ArrayList<>();
        Separation separation = new Separation(model);
        try (Session session = HIGHS.open(model.program.relaxed())) {
            for (int round = 0; round < ROUNDS; round++) {
                Solution solution = session.solve(Effort.UNLIMITED, Watch.NOBODY);
                if (!solution.found()) {
                    break;
                }
                for (CoverCut cut : separation.cuts(solution.point(), 20)) {
                    Row row = new Row(cut.terms(model.steps), cut.needed());
                    assertThat(row.left().at(solution.point())).isLessThan(row.needed());
                    session.addRow(row.needed(), LinearProgram.INFINITY, row.left());
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    /** Tries every start of the steps from one on; how many plans there are. */
    private static int everyStart(TimetableModel model, Session session, int step, long seed, List<Row> rows) {
        if (step == model.steps.size()) {
            Solution solution = session.solve(Effort.UNLIMITED, Watch.NOBODY);
            for (Row row : solution.found() ? rows : List.<Row>of()) {
                assertThat(row.left().at(solution.point()))
                        .as("seed %d", seed)
                        .isGreaterThanOrEqualTo(row.needed() - TOLERANCE);
            }
            return solution.found() ? 1 : 0;
        }
        StepColumns columns = model.steps.get(step);
        int plans = 0;
        for (int start = columns.from - 1; start < columns.to; start++) {
            columns.fix(session, start < columns.from ? OptionalInt.empty() : OptionalInt.of(start));
            plans += everyStart(model, session, step + 1, seed, rows);
        }
        return plans;
    }
}
