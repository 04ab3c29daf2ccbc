package io.rampline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.factory.Budget;
import io.rampline.factory.Cash;
import io.rampline.factory.Decisions;
import io.rampline.factory.Decisions.Start;
import io.rampline.factory.Guarantee;
import io.rampline.factory.Opening;
import io.rampline.factory.Payment;
import io.rampline.factory.Planning;
import io.rampline.factory.RampCurve;
import io.rampline.factory.Resource.Kind;
import io.rampline.factory.Scenario;
import io.rampline.factory.Selector;
import io.rampline.factory.Step;
import io.rampline.factory.Step.After;
import io.rampline.factory.StepGain;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the planning files say arrives as the value it means. */
class PlanningFilesTest {
    private static final List<String> FILES = List.of(
            "steps.csv", "gains.csv", "openings.csv", "budget.csv", "crew.csv", "guarantees.csv", "planning.toml");

    @TempDir
    Path temp;

    private Scenario scenario() throws IOException {
        return TestFolder.sound(TestFolder.withOrders(1, 20).write(temp)).scenario();
    }

    private Planning planning() throws IOException {
        return scenario().planning();
    }

    @Test
    void aStepIsReadWithItsWeeksMoneyAndPeople() throws IOException {
        Step shift = planning().findStep("second-shift").orElseThrow();

        assertThat(shift.leadWeeks()).isEqualTo(6);
        assertThat(shift.earliestBucket()).isEqualTo(2);
        assertThat(shift.latestBucket()).isEqualTo(22);
        assertThat(shift.costMinor()).isEqualTo(200_000_000);
        assertThat(shift.payments()).containsExactly(new Payment(0, 300), new Payment(12, 700));
        assertThat(shift.runningCostMinorPerWeek()).isEqualTo(15_000_050);
        assertThat(shift.crew()).isEqualTo(120);
        assertThat(shift.decidedBucket()).isEmpty();
    }

    @Test
    void whatAStepLeavesOutIsAsFreeAsCanBe() throws IOException {
        Step robots = planning().findStep("robots").orElseThrow();

        assertThat(robots.earliestBucket()).isZero();
        assertThat(robots.latestBucket()).isEqualTo(59);
        assertThat(robots.payments()).isEqualTo(Step.AT_START);
        assertThat(robots.exclusive()).contains("takt");
        assertThat(robots.after()).containsExactly(new After("second-shift", 4));
        assertThat(planning().findStep("line-4").orElseThrow().after())
                .containsExactly(new After("hall", 26), new After("second-shift", 0));
    }

    @Test
    void workMayHaveBegunBeforeTheHorizon() throws IOException {
        Step packs = planning().findStep("packs-2").orElseThrow();
        Step hall = planning().findStep("hall").orElseThrow();

        assertThat(packs.decidedBucket()).isEqualTo(OptionalInt.of(-8));
        assertThat(hall.earliestBucket()).as("nobody starts in the past").isZero();
        assertThat(hall.costMinor()).as("dearer than any order").isEqualTo(10_000_000_000_000L);
    }

    @Test
    void gainsReachTheirResources() throws IOException {
        Planning planning = planning();

        assertThat(planning.findStep("packs-2").orElseThrow().gains())
                .containsExactly(StepGain.everyWeek(Kind.PART, "PACK", 400, RampCurve.NONE));
        assertThat(planning.findStep("line-4").orElseThrow().gains())
                .extracting(StepGain::kind, StepGain::resource, StepGain::unitsPerWeek)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Kind.LINE, "F3", 900),
                        org.assertj.core.groups.Tuple.tuple(Kind.MIX, "F1 SU7 Base|Max", 700),
                        org.assertj.core.groups.Tuple.tuple(Kind.OPTION, "LIDAR *", 50),
                        org.assertj.core.groups.Tuple.tuple(Kind.TRANSPORT, "DE", 60),
                        org.assertj.core.groups.Tuple.tuple(Kind.QUOTA, "US SU7", 40));
    }

    @Test
    void aGainOnALineKeepsTheHolidaysOfItsPlant() throws IOException {
        Step shift = planning().findStep("second-shift").orElseThrow();
        int[] units = shift.gains().getFirst().units(-60, 60);

        assertThat(units[11]).isEqualTo(2500);
        // Week 40: the plant works 2 of its 6 days; the share is kept in thousandths.
        assertThat(units[12]).isBetween(832, 833);
        assertThat(units[13]).isBetween(2500, 2501);
    }

    @Test
    void everyStepThatIsReadCanBeTaken() throws IOException {
        Scenario scenario = scenario();
        Decisions all = new Decisions(
                scenario.planning().steps().stream()
                        .map(step -> new Start(step.name(), step.earliestBucket()))
                        .toList(),
                List.of());
        Scenario grown = scenario.with(all);

        assertThat(grown.findLine("F2").orElseThrow().capacity().get(50))
                .isGreaterThan(scenario.findLine("F2").orElseThrow().capacity().get(50) + 2000);
        assertThat(grown.parts().getFirst().arrivals().get(40)).isEqualTo(2800);
        assertThat(grown.findMarket("US").orElseThrow().opensBucket())
                .as("decided for YU7")
                .isEqualTo(29);
    }

    @Test
    void openingsAreRead() throws IOException {
        assertThat(planning().openings())
                .containsExactly(
                        new Opening(
                                "US",
                                Selector.model("SU7"),
                                25,
                                44,
                                150,
                                400_000_000,
                                Optional.of("F1"),
                                OptionalInt.empty()),
                        new Opening("US", Selector.model("YU7"), 25, 59, 100, 0, Optional.empty(), OptionalInt.of(29)));
    }

    @Test
    void limitsAreRead() throws IOException {
        Planning planning = planning();

        assertThat(planning.budgets())
                .containsExactly(new Budget(0, 25, 1_000_000_000), new Budget(0, 60, 1_500_000_000_000L));
        assertThat(planning.crew().orElseThrow().toArray())
                .startsWith(0, 0, 150, 150)
                .endsWith(260);
        assertThat(planning.guarantees())
                .containsExactly(
                        new Guarantee(Optional.empty(), Optional.empty(), 20, 25),
                        new Guarantee(Optional.of("CN"), Optional.of("YU7"), 12, 34),
                        new Guarantee(Optional.of("DE"), Optional.empty(), 26, 0));
    }

    @Test
    void termsAreRead() throws IOException {
        Planning planning = planning();

        assertThat(planning.discountPercentPerYear()).isEqualTo(8);
        assertThat(planning.cash()).contains(new Cash(9_000_000_000_000L, 2_000_000_000_050L));
        assertThat(planning.cancellations().percentPerMonth()).isEqualTo(0.4);
        assertThat(planning.cancellations().percentPerMonthByModel()).isEqualTo(new TreeMap<>(Map.of("YU7", 0.6)));
        assertThat(planning.waitCost().minorPerWeek("SU7")).isEqualTo(5_000);
        assertThat(planning.waitCost().minorPerWeek("YU7")).isEqualTo(5_000);
    }

    @Test
    void aScenarioWithoutTheFilesHasNothingToDecide() throws IOException {
        TestFolder folder = TestFolder.withOrders(1, 20);
        FILES.forEach(folder::remove);
        ScenarioContents bare = TestFolder.sound(folder.write(temp));

        assertThat(bare.scenario().planning()).isEqualTo(Planning.NONE);
    }

    @Test
    void aFlawElsewhereIsNotToldAgainForAGain() throws IOException {
        TestFolder folder = TestFolder.withOrders(1, 20);
        folder.setLine("markets.csv", 3, "DE,eight,,400,,");
        folder.setLine("mix.csv", 2, "F1,SU7,Max|Base,2025-W28..,many,,");

        assertThat(TestFolder.flaws(folder.write(temp)))
                .extracting(Flaw::file)
                .containsExactly("markets.csv", "mix.csv");
    }
}
