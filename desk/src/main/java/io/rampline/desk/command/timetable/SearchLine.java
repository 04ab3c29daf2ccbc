package io.rampline.desk.command.timetable;

import io.rampline.desk.briefing.page.Speech;
import io.rampline.desk.command.Counted;
import io.rampline.desk.command.Interruption;
import io.rampline.desk.command.Steps;
import io.rampline.desk.futures.PlanRun;
import io.rampline.desk.timetable.TimetableReport;
import io.rampline.desk.timetable.Watcher;
import io.rampline.factory.Currency;
import io.rampline.intake.ScenarioContents;
import java.time.Duration;
import java.util.Locale;

/** Shows how far a search is, and the count of futures after it; ends them when the user or the time says so. */
public final class SearchLine implements Watcher {
    private final Steps steps;
    private final Interruption interruption;
    private final Currency currency;
    private final Speech speech;
    private final long endNanos;

    /** @param seconds after which all searches end; 0 for never */
    public SearchLine(Steps steps, Interruption interruption, Currency currency, Speech speech, int seconds) {
        this.steps = steps;
        this.interruption = interruption;
        this.currency = currency;
        this.speech = speech;
        this.endNanos = seconds == 0
                ? Long.MAX_VALUE
                : System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    }

    @Override
    public void begin(Work work) {
        steps.begin(
                switch (work) {
                    case PLAN -> "Seeking the plan";
                    case TODAY -> "Promising every order without it";
                    case WITHOUT -> "Leaving out each step in turn";
                    case FRONTIER -> "What other waits cost";
                    case VALUES -> "What one more unit is worth";
                    case MARKET -> "When the market could open";
                });
    }

    @Override
    public boolean isEnded() {
        return interruption.isAsked() || (endNanos != Long.MAX_VALUE && System.nanoTime() - endNanos >= 0);
    }

    @Override
    public boolean goOn(Standing standing) {
        if (standing.costMinor() == Standing.NO_PLAN) {
            steps.tell(standing.work());
        } else {
            steps.tell(standing.work() + ": " + speech.money(standing.costMinor(), currency) + ", at least "
                    + speech.money(standing.boundMinor(), currency)
                    + String.format(Locale.ROOT, ", gap %.2f %%", 100 * standing.gap()));
        }
        return !isEnded();
    }

    /**
     * The report with how sure its plan is. The time for searches has no part in that: only the user ends it.
     *
     * @param contents the scenario the report is about
     * @param seed which futures
     */
    public TimetableReport sure(TimetableReport report, ScenarioContents contents, long seed) {
        if (report.planned().isPresent()) {
            steps.begin("Living through " + Counted.of(PlanRun.FUTURES, "future"));
        }
        return PlanRun.sure(report, contents, seed, (done, most) -> {
            steps.report(done, most);
            return !interruption.isAsked();
        });
    }
}
