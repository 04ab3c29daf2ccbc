package io.rampline.desk.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.factory.Scenario;
import io.rampline.factory.Step;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What no plan may do with a step; it is tried all the same, and said. */
sealed interface StepFlaw {
    String step();

    /** In English, for programs. */
    String sentence(PromiseText text);

    /** For pages, which say it in their own language. */
    void members(JsonGenerator json, PromiseText text) throws IOException;

    /** It starts in a week in which it may not. */
    record OtherWeek(String step, int start, int earliest, int latest) implements StepFlaw {
        @Override
        public String sentence(PromiseText text) {
            return step + ": starts in " + text.week(start) + ", expected " + text.week(earliest) + " to "
                    + text.week(latest);
        }

        @Override
        public void members(JsonGenerator json, PromiseText text) throws IOException {
            json.writeStringField("kind", "week");
            json.writeStringField("start_week", text.week(start));
            json.writeStringField("earliest_week", text.week(earliest));
            json.writeStringField("latest_week", text.week(latest));
        }
    }

    /** Another step must start so many weeks before it. */
    record TooSoon(String step, String other, int weeks) implements StepFlaw {
        @Override
        public String sentence(PromiseText text) {
            return step + ": expected " + other + " " + weeks + " weeks before it";
        }

        @Override
        public void members(JsonGenerator json, PromiseText text) throws IOException {
            json.writeStringField("kind", "after");
            json.writeStringField("other", other);
            json.writeNumberField("weeks", weeks);
        }
    }

    /** Either of two, never both. */
    record Beside(String step, String other) implements StepFlaw {
        @Override
        public String sentence(PromiseText text) {
            return step + ": expected it without " + other;
        }

        @Override
        public void members(JsonGenerator json, PromiseText text) throws IOException {
            json.writeStringField("kind", "beside");
            json.writeStringField("other", other);
        }
    }

    /**
     * What starts do that no plan may. Steps that the scenario has decided are there whether they are said again or
     * not.
     *
     * @param tried bucket by step
     */
    static List<StepFlaw> of(Scenario scenario, Map<String, Integer> tried) {
        List<StepFlaw> flaws = new ArrayList<>();
        List<Step> steps = scenario.planning().steps();
        Map<String, Integer> starts = new LinkedHashMap<>(tried);
        for (Step step : steps) {
            step.decidedBucket().ifPresent(bucket -> starts.putIfAbsent(step.name(), bucket));
        }
        for (Step step : steps) {
            Integer start = tried.get(step.name());
            if (start == null) {
                continue;
            }
            if (start < step.earliestBucket() || start > step.latestBucket()) {
                flaws.add(new OtherWeek(step.name(), start, step.earliestBucket(), step.latestBucket()));
            }
            for (Step.After after : step.after()) {
                Integer first = starts.get(after.step());
                if (first == null || start - first < after.gapWeeks()) {
                    flaws.add(new TooSoon(step.name(), after.step(), after.gapWeeks()));
                }
            }
            for (Step other : steps) {
                boolean isRival =
                        step.exclusive().isPresent() && step.exclusive().equals(other.exclusive());
                boolean isSaidOnce =
                        !tried.containsKey(other.name()) || step.name().compareTo(other.name()) < 0;
                if (isRival && !other.equals(step) && isSaidOnce && starts.containsKey(other.name())) {
                    flaws.add(new Beside(step.name(), other.name()));
                }
            }
        }
        return flaws;
    }
}
