package io.rampline.desk.http;

import io.rampline.desk.http.LiveWindows.Counted;
import io.rampline.simulation.window.RevisionTest;
import io.rampline.simulation.window.StatedHistory.Learnt;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** What is measured of windows, in the text format of Prometheus. */
final class WindowMetrics {
    private final LiveWindows windows;

    WindowMetrics(LiveWindows windows) {
        this.windows = windows;
    }

    byte[] text() {
        StringBuilder text = new StringBuilder(1024);
        Optional<Counted> last = windows.last();
        gauge(
                text,
                "rampline_windows_counted",
                "1 when windows of the book have been counted.",
                last.isPresent() ? 1 : 0);
        if (last.isPresent()) {
            Counted counted = last.get();
            gauge(text, "rampline_windows_age_seconds", "Age of the last count of windows.", (double)
                    windows.age(counted).toSeconds());
            gauge(text, "rampline_windows_entries_since", "Entries of the book since it was counted.", (double)
                    windows.entriesSince(counted));
            gauge(text, "rampline_windows_futures", "Futures lived through.", (double)
                    counted.count().futures());
        }
        Optional<Learnt> learnt = windows.stated().last();
        if (learnt.isPresent()) {
            RevisionTest test = RevisionTest.of(learnt.get().movements());
            gauge(text, "rampline_windows_cohorts", "Cohorts of deliveries that levels were learnt from.", (double)
                    learnt.get().levels().cohorts());
            gauge(text, "rampline_stated_weeks", "Weeks in which stated probabilities moved.", test.weeks());
            gauge(text, "rampline_stated_drift", "Mean movement of stated probabilities a week.", test.meanDrift());
            gauge(text, "rampline_stated_falling_p", "How often chance alone falls as far.", test.fallingP());
            gauge(
                    text,
                    "rampline_stated_probabilities_drift",
                    "1 when stated probabilities fall week after week.",
                    test.warns() ? 1 : 0);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void gauge(StringBuilder text, String name, String meaning, double value) {
        text.append("# HELP ").append(name).append(' ').append(meaning).append('\n');
        text.append("# TYPE ").append(name).append(" gauge\n");
        text.append(name).append(' ');
        text.append(
                value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.6f", value));
        text.append('\n');
    }
}
