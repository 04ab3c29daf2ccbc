package io.rampline.desk.timetable;

import io.rampline.ramp.plan.PlanProgress;

/** Looks on while a question is answered, and may end it with what is known by then. */
public interface Watcher extends PlanProgress {
    /** Looks away and never ends it. */
    Watcher NOBODY = new Watcher() {
        @Override
        public void begin(Work work) {
            // Nobody looks.
        }

        @Override
        public boolean isEnded() {
            return false;
        }

        @Override
        public boolean goOn(Standing standing) {
            return true;
        }
    };

    /** What is being done. */
    enum Work {
        /** The plan that was asked for. */
        PLAN,
        /** The waits without any step. */
        TODAY,
        /** The plan with one step left out, for each. */
        WITHOUT,
        /** The plan for other waits. */
        FRONTIER,
        /** What one more unit is worth. */
        VALUES,
        /** The plans with a market open. */
        MARKET
    }

    /** Some work begins; the one before has ended. */
    void begin(Work work);

    /** Another point of a market's frontier is looked at. */
    default void seeks(PointSought point) {
        // What is told in words says the same.
    }

    /** Whether no more work shall begin. */
    boolean isEnded();
}
