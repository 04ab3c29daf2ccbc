package io.rampline.desk.briefing.page;

import java.util.List;

/** Puts several things into one sentence. */
final class Enumeration {
    private Enumeration() {}

    /** {@code a, b and c}. */
    static String all(List<String> things, Speech speech) {
        return joined(things, speech.say("and"));
    }

    /** {@code a, b or c}. */
    static String either(List<String> things, Speech speech) {
        return joined(things, speech.say("or"));
    }

    private static String joined(List<String> things, String lastWord) {
        if (things.size() == 1) {
            return things.getFirst();
        }
        String allButLast = String.join(", ", things.subList(0, things.size() - 1));
        return allButLast + " " + lastWord + " " + things.getLast();
    }
}
