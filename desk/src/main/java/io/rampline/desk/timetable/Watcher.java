package io.rampline.desk.timetable;

import io.rampline.ramp.plan.Progress;

/** Looks on while a question is answered, and may end it with what is known by then. */
public interface Watcher extends Progress {
    /** Looks away and never ends it. */
    Watcher NOBODY = new Watcher() {
        @Override
        public void begin(Work work, String about) {
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
        /** One step left out; about names it. */
        WITHOUT,
        /** The plan for another wait; about is its number of weeks. */
        FRONTIER,
        /** What one more unit is worth. */
        VALUES
    }

    /**
     * Some work begins; the one before has ended.
     *
     * @param about what exactly, empty where the work says it all
     */
    void begin(Work work, String about);

    /** Whether no more work shall begin. */
    boolean isEnded();
}
