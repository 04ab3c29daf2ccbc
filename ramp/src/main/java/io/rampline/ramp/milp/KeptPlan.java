package io.rampline.ramp.milp;

import io.rampline.factory.Decisions;
import io.rampline.factory.Decisions.Start;
import io.rampline.ramp.highs.LinearProgram;
import io.rampline.ramp.highs.LinearProgram.Terms;
import java.util.OptionalInt;

/** Counts the steps that start in another week than in a plan that is there, or start there only, or here only. */
final class KeptPlan {
    private final TimetableModel model;
    private final Terms changes = new Terms();
    private int constant;

    KeptPlan(TimetableModel model, Decisions keep) {
        this.model = model;
        for (StepColumns columns : model.steps) {
            OptionalInt kept = keep.starts().stream()
                    .filter(start -> start.step().equals(columns.step.name()))
                    .mapToInt(Start::bucket)
                    .findFirst();
            if (kept.isEmpty()) {
                columns.addStartedBy(columns.to - 1, 1, changes);
            } else {
                constant++;
                if (kept.getAsInt() >= columns.from && kept.getAsInt() < columns.to) {
                    columns.addStartedBy(kept.getAsInt(), -1, changes);
                    columns.addStartedBy(kept.getAsInt() - 1, 1, changes);
                }
            }
        }
    }

    /** Makes the number of changes the only cost. */
    void makeChangesTheCost() {
        LinearProgram program = model.program;
        for (int c = 0; c < program.columns(); c++) {
            program.setCost(c, 0);
        }
        program.addOffset(constant - program.offset());
        changes.addCosts(program, 1);
    }

    /** Allows no more changes than these. */
    void allow(long most) {
        model.program.row(-LinearProgram.INFINITY, most - (double) constant, changes);
    }
}
