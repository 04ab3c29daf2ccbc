package io.rampline.proving.timetable;

import io.rampline.proving.timetable.GrowingFactory.Instance;
import io.rampline.ramp.Answer;
import io.rampline.ramp.Question;
import io.rampline.ramp.Timetable;
import io.rampline.ramp.plan.Plan;
import io.rampline.ramp.plan.PlanProgress;
import io.rampline.ramp.plan.Terms;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The timetable as it is shipped, asked for the plan of least cost, with a clock beside it. */
final class OwnSearch implements PlanProgress {
    private final Terms terms;
    private final double limitSeconds;
    private final Clock clock = new Clock();
    private int searches;
    private double gap = 1;
    private double firstSearchSeconds;
    private boolean late;

    private OwnSearch(Terms terms, double limitSeconds) {
        this.terms = terms;
        this.limitSeconds = limitSeconds;
    }

    /**
     * What came out.
     *
     * @param planned empty when there was no plan
     */
    record Result(Figures figures, Optional<Answer.Planned> planned) {}

    /** Asks once. Whatever a round of the question takes counts: the search, the checks, and the single orders. */
    static Result ask(Instance instance, Terms terms, double limitSeconds, Path cacheFolder) {
        Timetable timetable = Timetable.of(instance.scenario(), instance.book(), cacheFolder);
        OwnSearch search = new OwnSearch(terms, limitSeconds);
        Answer answer = timetable.ask(new Question.LeastCost(terms), search);
        return search.result(answer);
    }

    @Override
    public boolean goOn(Standing standing) {
        if (standing.work().equals("rounding")) {
            searches++;
        }
        if (searches == 1 && standing.work().equals("searching")) {
            firstSearchSeconds = clock.seconds();
            gap = standing.gap();
        }
        late |= clock.seconds() > limitSeconds;
        return !late;
    }

    private Result result(Answer answer) {
        double all = clock.seconds();
        @Nullable Plan plan = answer instanceof Answer.Planned planned ? planned.plan() : null;
        List<String> flaws = answer instanceof Answer.Rejected rejected ? rejected.flaws() : List.of();
        boolean close = plan != null && plan.gap() <= terms.gap();
        String remark = answer instanceof Answer.Planned planned
                ? "single orders wait at most " + planned.orders().longestWaitWeeks() + " weeks; " + searches
                        + (searches == 1 ? " search" : " searches") + ", the first at a gap of "
                        + Math.round(gap * 10_000) / 100.0 + " % after " + Math.round(firstSearchSeconds * 10) / 10.0
                        + " s"
                : answer.getClass().getSimpleName();
        Figures figures = new Figures(
                "Rampline, has started by week t",
                close ? OptionalDouble.of(all) : OptionalDouble.empty(),
                all,
                clock.processorSeconds(),
                plan == null
                        ? OptionalDouble.empty()
                        : OptionalDouble.of((double) plan.costs().totalMinor()),
                plan == null ? OptionalDouble.empty() : OptionalDouble.of((double) plan.boundMinor()),
                OptionalLong.empty(),
                flaws,
                remark);
        return new Result(figures, answer instanceof Answer.Planned planned ? Optional.of(planned) : Optional.empty());
    }
}
