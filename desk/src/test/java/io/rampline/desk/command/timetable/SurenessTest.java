package io.rampline.desk.command.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.desk.SmallScenario;
import io.rampline.desk.briefing.page.Speech;
import io.rampline.desk.briefing.page.Texts;
import io.rampline.desk.command.Interruption;
import io.rampline.desk.command.Steps;
import io.rampline.desk.command.TestTerminal;
import io.rampline.desk.futures.PlanRun;
import io.rampline.desk.pack.PackQuestion;
import io.rampline.desk.timetable.Enquiry;
import io.rampline.desk.timetable.PlanInFutures;
import io.rampline.desk.timetable.TimetableReport;
import io.rampline.desk.timetable.Watcher;
import io.rampline.intake.ScenarioContents;
import io.rampline.orderbook.server.CacheFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One line builds two cars a week, three are ordered a week; a second shift adds two more. */
class SurenessTest {
    /** A time for searches that is over before they begin. */
    private static final int OVER = -1;

    @TempDir
    Path folder;

    private ScenarioContents contents;
    private TimetableReport found;

    @BeforeEach
    void seekPlan() {
        contents = SmallScenario.in(folder)
                .with("demand.csv", "week,model,trim,low,mid,high\n2026-W02..2026-W06,Car,Base,2,3,4\n")
                .with("steps.csv", "step,lead_weeks,one_off_cost,running_cost_per_week\nsecond shift,1,5000,10\n")
                .with("gains.csv", "step,kind,resource,units_per_week\nsecond shift,line,L,2\n")
                .with("guarantees.csv", "wait_weeks,from_week\n4,2026-W03\n")
                .book()
                .contents();
        PackQuestion asked = PackQuestion.of(contents.scenario()).orElseThrow();
        found = Enquiry.answer(
                contents.scenario(),
                contents.openOrders(),
                CacheFolder.of(System.getenv()),
                asked.question(),
                asked.extent(),
                Watcher.NOBODY);
    }

    @Test
    void allFuturesAreCountedThoughTheTimeForSearchesIsOver() {
        try (Steps steps = new Steps(new TestTerminal().terminal(), true);
                Interruption interruption = new Interruption()) {
            SearchLine line = new SearchLine(
                    steps, interruption, contents.scenario().currency(), new Speech(Texts.english()), OVER);
            assertThat(line.isEnded()).isTrue();

            TimetableReport sure = line.sure(found, contents, 1);

            assertThat(sure.sureness()).map(PlanInFutures::futures).contains((long) PlanRun.FUTURES);
            assertThat(sure.endedEarly()).isFalse();
        }
    }

    @Test
    void whoEndsTheCountGetsThePlanWithoutIt() {
        TimetableReport sure = PlanRun.sure(found, contents, 1, (done, most) -> false);

        assertThat(sure.planned()).isEqualTo(found.planned());
        assertThat(sure.sureness()).isEmpty();
        assertThat(sure.endedEarly()).isTrue();
    }
}
