package io.rampline.desk.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.desk.SmallScenario;
import io.rampline.desk.briefing.page.Headline;
import io.rampline.desk.briefing.page.Page;
import io.rampline.desk.briefing.page.Speech;
import io.rampline.desk.briefing.page.Texts;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a briefing says where there is little to say. */
class EdgesTest {
    @TempDir
    Path folder;

    private static Headline headline(Briefing briefing) {
        return new Headline(briefing, new Speech(Texts.english()));
    }

    @Test
    void anEmptyBookHasAQuoteAndNoWaits() {
        Briefing briefing = SmallScenario.in(folder).without("orders.csv").briefing();

        assertThat(briefing.totals().open()).isZero();
        assertThat(briefing.waits().getFirst().quote().weeks()).hasValue(1);
        assertThat(headline(briefing).sentence()).isEqualTo("No orders are open on 4 January 2026.");
        assertThat(Page.of(briefing, Texts.english())).contains("Nothing is short");
    }

    @Test
    void withoutAnyCapacityEveryOrderIsBeyondTheHorizonAndNoneIsLost() {
        Briefing briefing = SmallScenario.in(folder)
                .with("capacity.csv", "line,week,units\nL,2026-W02..,0\n")
                .briefing();

        assertThat(briefing.totals().promised()).isZero();
        assertThat(briefing.totals().beyondHorizon()).isEqualTo(5);
        assertThat(headline(briefing).sentence())
                .isEqualTo("None of 5 orders can be given a week before the plan ends in February 2026.");
        assertThat(headline(briefing).answers().getFirst().figure()).isEqualTo("over 8 weeks");
        assertThat(briefing.timeline().bank(briefing.timeline().weeks() - 1)).isEqualTo(5);
        assertThat(Page.of(briefing, Texts.german())).contains("jenseits");
    }

    @Test
    void aHorizonTooShortLeavesTheLastOrdersBeyondIt() {
        Briefing briefing = SmallScenario.in(folder)
                .with("capacity.csv", "line,week,units\nL,2026-W02,2\nL,2026-W03,1\nL,2026-W04..,0\n")
                .briefing();

        assertThat(briefing.totals().promised()).isEqualTo(3);
        assertThat(briefing.totals().beyondHorizon()).isEqualTo(2);
        assertThat(headline(briefing).sentence())
                .isEqualTo("2 of 5 orders find no week before the plan ends in February 2026.");
    }

    @Test
    void oneOrderIsSpokenOfInTheSingular() {
        Briefing briefing = SmallScenario.in(folder)
                .with("orders.csv", "order_id,locked_at,model,trim\nA,2026-01-02,Car,Base\n")
                .briefing();

        assertThat(headline(briefing).sentence())
                .isEqualTo("One order is waiting. Car Base, ordered today, arrives in January 2026.");
        assertThat(headline(briefing).answers().getFirst().figure()).isEqualTo("1 week");
    }

    @Test
    void untilWhenSaysWhichWaitItSpeaksOf() {
        Briefing late = SmallScenario.in(folder)
                .with("capacity.csv", "line,week,units\nL,2026-W02..,0\n")
                .briefing();

        assertThat(headline(late).answers().getLast().figure()).startsWith("after ");
        assertThat(headline(late).answers().getLast().about()).isEqualTo("waits of 26 weeks or more");
    }

    @Test
    void whereEveryWaitIsShortNoneIsSpokenOf() {
        Briefing empty = SmallScenario.in(folder).without("orders.csv").briefing();

        assertThat(headline(empty).answers().getLast().figure()).isEqualTo("The wait is short already");
        assertThat(headline(empty).answers().getLast().about()).isEmpty();
    }

    @Test
    void aPlanOfOneWeekMakesAPage() {
        Briefing briefing = SmallScenario.in(folder).with("scenario.toml", """
                        name = "One week"
                        start_week = "2026-W02"
                        horizon_weeks = 1
                        currency = "EUR"
                        home_market = "home"
                        """).briefing();

        assertThat(briefing.totals().promised()).isEqualTo(2);
        assertThat(Page.of(briefing, Texts.english())).contains("3 of 5 orders find no week");
    }

    @Test
    void aYearOfFiftyThreeWeeksIsCountedThrough() {
        Briefing briefing = SmallScenario.in(folder)
                .with("scenario.toml", """
                        name = "Turn of 2026"
                        start_week = "2026-W53"
                        horizon_weeks = 8
                        as_of = 2026-12-27
                        currency = "EUR"
                        home_market = "home"
                        """)
                .with("capacity.csv", "line,week,units\nL,2026-W53..,2\n")
                .with("orders.csv", """
                        order_id,locked_at,model,trim
                        A,2026-12-01,Car,Base
                        B,2026-12-01T01:00:00,Car,Base
                        C,2026-12-02,Car,Base
                        """)
                .briefing();

        assertThat(briefing.waits().getFirst().fromNow().longest()).hasValue(2);
        assertThat(briefing.waits().getFirst().quote().delivery().map(Object::toString))
                .contains("2027-W01");
    }
}
