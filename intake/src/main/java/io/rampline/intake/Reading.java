package io.rampline.intake;

import java.util.List;

/** What came of reading a scenario folder. */
public sealed interface Reading {
    /** What is odd, whether the folder can be used or not. */
    List<Flaw> notes();

    /**
     * Everything is in order.
     *
     * @param notes what is odd but changes no result, for instance a file that nobody reads; in the order of flaws
     */
    record Sound(ScenarioContents contents, List<Flaw> notes) implements Reading {
        public Sound {
            notes = List.copyOf(notes);
        }
    }

    /**
     * The folder cannot be used as it is.
     *
     * @param flaws at least one and at most {@value FlawBook#REPORTED_MAX}; file by file, by line and column within a
     *     file
     * @param more how many flaws were counted and are not in the list
     * @param notes as in {@link Sound}: a file that nobody reads may be the one that is missing
     */
    record Flawed(List<Flaw> flaws, int more, List<Flaw> notes) implements Reading {
        public Flawed {
            flaws = List.copyOf(flaws);
            notes = List.copyOf(notes);
        }
    }
}
