package io.rampline.intake;

import java.util.List;

/** What came of reading a scenario folder. */
public sealed interface Reading {
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
     */
    record Flawed(List<Flaw> flaws, int more) implements Reading {
        public Flawed {
            flaws = List.copyOf(flaws);
        }
    }
}
