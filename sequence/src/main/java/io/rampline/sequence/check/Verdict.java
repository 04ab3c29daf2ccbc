package io.rampline.sequence.check;

import io.rampline.sequence.day.Counts;
import java.util.List;

/**
 * What a check found.
 *
 * @param counts of what may be violated
 * @param violations of each ratio of the day, weighted, in the order of the day
 * @param flaws what may not be: empty when the sequence is allowed
 * @param warnings what is allowed, and yet worth a look
 */
public record Verdict(Counts counts, List<Long> violations, List<String> flaws, List<String> warnings) {
    public Verdict {
        violations = List.copyOf(violations);
        flaws = List.copyOf(flaws);
        warnings = List.copyOf(warnings);
    }

    public boolean isAllowed() {
        return flaws.isEmpty();
    }
}
