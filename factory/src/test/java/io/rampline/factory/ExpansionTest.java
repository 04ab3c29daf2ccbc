package io.rampline.factory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rampline.factory.Decisions.Opened;
import io.rampline.factory.Decisions.Start;
import io.rampline.factory.RampCurve.Point;
import io.rampline.factory.Resource.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ExpansionTest {
    private static final int WEEKS = 6;
    private static final WeeklyUnits NO_LIMIT = WeeklyUnits.constant(WEEKS, WeeklyUnits.UNLIMITED);
    private static final Selector SU7 = Selector.model("SU7");
    private static final RampCurve HALF_THEN_FULL = new RampCurve.Table(List.of(new Point(0, 0.5), new Point(1, 1)));

    private final Step shift = step("shift", 2, OptionalInt.empty(), gain(Kind.LINE, "F1", 50, HALF_THEN_FULL));
    private final Step takt = step("takt", 0, OptionalInt.empty(), gain(Kind.LINE, "F1", 7, RampCurve.NONE));
    private final Step packs = step("packs", 1, OptionalInt.empty(), gain(Kind.PART, "PACK", 30, RampCurve.NONE));
    private final Step begun = step("begun", 3, OptionalInt.of(-2), gain(Kind.OPTION, "LIDAR *", 4, RampCurve.NONE));
    private final Step sales = step("sales", 0, OptionalInt.empty(), gain(Kind.QUOTA, "EU SU7", 4, RampCurve.NONE));
    private final Opening europe = new Opening("EU", SU7, 1, 5, 20, 900, Optional.of("F1"), OptionalInt.empty());

    private static StepGain gain(Kind kind, String resource, int units, RampCurve ramp) {
        return StepGain.everyWeek(kind, resource, units, ramp);
    }

    private static Step step(String name, int lead, OptionalInt decided, StepGain... gains) {
        return new Step(
                name,
                lead,
                0,
                WEEKS - 1,
                100,
                Step.AT_START,
                0,
                0,
                List.of(gains),
                List.of(),
                Optional.empty(),
                decided);
    }

    private static Planning planning(List<Step> steps, List<Opening> openings) {
        return new Planning(
                steps,
                openings,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                0,
                Cancellations.NONE,
                WaitCost.NONE,
                List.of());
    }

    private Scenario scenario() {
        return scenario(planning(List.of(shift, takt, packs, begun, sales), List.of(europe)));
    }

    private static Scenario scenario(Planning planning) {
        return new Scenario(
                "small",
                new Horizon(Week.parse("2025-W28"), WEEKS),
                LocalDate.of(2025, 7, 6),
                new Currency("CNY", 2),
                "CN",
                0.9,
                new Rules(0, 2, 0, List.of("standard"), 24),
                new WindowRule(0, 3, 0),
                List.of(new Product("SU7", "Max", 1, OptionalLong.empty(), 0, List.of("F1"))),
                List.of(new Line("Beijing", "F1", List.of("SU7"), WeeklyUnits.constant(WEEKS, 100))),
                List.of(new Part("PACK", OptionalLong.empty(), 10, WeeklyUnits.constant(WEEKS, 90))),
                List.of(new BillLine(SU7, Optional.empty(), "PACK", 1, 0)),
                List.of(new Option("LIDAR", Selector.ANY, 0, WeeklyUnits.of(9, 9, 9, 9, 9, WeeklyUnits.UNLIMITED))),
                List.of(new MixLimit(Optional.of("F1"), SU7, WeeklyUnits.constant(WEEKS, 80))),
                List.of(new Market("CN", 1, 0, NO_LIMIT), new Market("EU", 3, WEEKS, NO_LIMIT)),
                List.of(),
                List.of(),
                new DepositTerms(0, 0, new TreeMap<>()),
                planning);
    }

    private static int[] units(Scenario scenario, Kind kind, String name) {
        Network network = Network.of(scenario);
        int resource = network.findResource(kind, name).orElseThrow();
        return network.resources().get(resource).units().toArray();
    }

    private static Decisions starts(Start... starts) {
        return new Decisions(List.of(starts), List.of());
    }

    @Test
    void withoutStepsNothingChanges() {
        Scenario bare = scenario(Planning.NONE);
        assertThat(bare.with(Decisions.NONE)).isEqualTo(bare);
    }

    @Test
    void stepsOnOneLineAddUpFromTheirEffectOn() {
        Scenario both = scenario().with(starts(new Start("shift", 1), new Start("takt", 4)));
        assertThat(units(both, Kind.LINE, "F1")).containsExactly(100, 100, 100, 125, 157, 157);
        assertThat(units(both, Kind.PART, "PACK")).containsOnly(90);
    }

    @Test
    void aPartArrivesInGreaterNumbers() {
        Scenario more = scenario().with(starts(new Start("packs", 0)));
        assertThat(units(more, Kind.PART, "PACK")).containsExactly(90, 120, 120, 120, 120, 120);
    }

    @Test
    void workThatIsDecidedIsPartOfEveryPlanUnlessItIsMoved() {
        assertThat(units(scenario().with(Decisions.NONE), Kind.OPTION, "LIDAR *"))
                .containsExactly(9, 13, 13, 13, 13, WeeklyUnits.UNLIMITED);
        assertThat(units(scenario().with(starts(new Start("begun", 1))), Kind.OPTION, "LIDAR *"))
                .containsExactly(9, 9, 9, 9, 13, WeeklyUnits.UNLIMITED);
    }

    @Test
    void aMarketOpensWithItsQuotaInTheWeekDecided() {
        Decisions opened = new Decisions(List.of(), List.of(new Opened("EU", SU7, 2, 15)));
        Scenario open = scenario().with(opened);
        assertThat(open.findMarket("EU").orElseThrow().opensBucket()).isEqualTo(2);
        assertThat(units(open, Kind.QUOTA, "EU SU7")).containsExactly(0, 0, 15, 15, 15, 15);
        assertThat(units(open, Kind.OPEN_POOL, "F1")).containsExactly(100, 100, 85, 85, 85, 85);
        assertThat(scenario()
                        .with(Decisions.NONE)
                        .findMarket("EU")
                        .orElseThrow()
                        .opensBucket())
                .isEqualTo(WEEKS);
    }

    @Test
    void aStepForAMarketThatStaysShutAddsNothing() {
        Scenario shut = scenario().with(starts(new Start("sales", 0)));
        assertThat(shut.quotas()).isEmpty();
    }

    @Test
    void anOpeningThatIsDecidedNeedsNoFurtherWord() {
        Opening decided = new Opening("EU", SU7, 1, 5, 20, 900, Optional.empty(), OptionalInt.of(4));
        Scenario open = scenario(planning(List.of(), List.of(decided))).with(Decisions.NONE);
        assertThat(open.findMarket("EU").orElseThrow().opensBucket()).isEqualTo(4);
        assertThat(units(open, Kind.QUOTA, "EU SU7")).containsExactly(0, 0, 0, 0, 20, 20);
    }

    @Test
    void aRowForAQuotaGivesWayToTheOpeningAndWhatStepsAddToIt() {
        Scenario bare = scenario();
        Scenario withRow = new Scenario(
                bare.name(),
                bare.horizon(),
                bare.asOf(),
                bare.currency(),
                bare.homeMarket(),
                bare.confidence(),
                bare.rules(),
                bare.windowRule(),
                bare.products(),
                bare.lines(),
                bare.parts(),
                bare.bill(),
                bare.options(),
                bare.mix(),
                bare.markets(),
                List.of(new Quota("EU", SU7, WeeklyUnits.constant(WEEKS, 3), Optional.empty())),
                bare.demand(),
                bare.deposits(),
                bare.planning());
        Scenario open =
                withRow.with(new Decisions(List.of(new Start("sales", 0)), List.of(new Opened("EU", SU7, 3, 20))));
        assertThat(units(withRow.with(Decisions.NONE), Kind.QUOTA, "EU SU7")).containsOnly(3);
        assertThat(units(withRow.with(starts(new Start("sales", 1))), Kind.QUOTA, "EU SU7"))
                .containsExactly(3, 7, 7, 7, 7, 7);
        assertThat(units(open, Kind.QUOTA, "EU SU7")).containsExactly(0, 0, 0, 24, 24, 24);
    }

    @Test
    void aPlanIsCarriedOutOnce() {
        Scenario once = scenario().with(starts(new Start("takt", 0)));
        assertThat(once.with(Decisions.NONE)).isEqualTo(once);
        assertThatThrownBy(() -> once.with(starts(new Start("takt", 0)))).hasMessageContaining("step takt");
    }

    @Test
    void theOrderInWhichDecisionsAreWrittenIsNoMatter() {
        Decisions one = starts(new Start("takt", 4), new Start("shift", 1));
        Decisions other = starts(new Start("shift", 1), new Start("takt", 4));
        assertThat(one).isEqualTo(other);
        assertThat(scenario().with(one)).isEqualTo(scenario().with(other));
        assertThatThrownBy(() -> starts(new Start("takt", 1), new Start("takt", 2)))
                .hasMessageContaining("takt decided twice");
    }

    @Test
    void whatIsNotOfTheScenarioIsRefused() {
        assertThatThrownBy(() -> scenario().with(starts(new Start("tact", 0)))).hasMessageContaining("step tact");
        assertThatThrownBy(() ->
                        scenario().with(new Decisions(List.of(), List.of(new Opened("EU", Selector.ANY, 0, 1)))))
                .hasMessageContaining("EU opened for *");
        Step lost = step("lost", 0, OptionalInt.of(0), gain(Kind.LINE, "F9", 1, RampCurve.NONE));
        Scenario odd = scenario(planning(List.of(lost), List.of()));
        assertThatThrownBy(() -> odd.with(Decisions.NONE)).hasMessageContaining("gain on line F9");
        assertThatThrownBy(() -> planning(List.of(shift, shift), List.of())).hasMessageContaining("shift twice");
        assertThatThrownBy(() -> planning(List.of(), List.of(europe, europe))).hasMessageContaining("EU SU7 twice");
    }
}
