package io.rampline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rampline.intake.LineRules.Aim;
import io.rampline.intake.LineRules.Priority;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineRulesTest {
    @TempDir
    Path temp;

    @Test
    void rulesPaintAndColoursAreReadAsTheyStand() throws IOException {
        LineRules rules =
                TestFolder.sound(TestFolder.withOrders(1, 20).write(temp)).lineRules();

        assertThat(rules.isSaid()).isTrue();
        assertThat(rules.spacings("F1")).hasSize(3);
        assertThat(rules.spacings("F2")).extracting(LineRules.Spacing::name).containsExactly("YU7 Max", "+TOW");
        LineRules.Spacing lidar = rules.spacings("F1").getFirst();
        assertThat(lidar.most()).hasValue(1);
        assertThat(lidar.in()).isEqualTo(3);
        assertThat(lidar.weight()).isEqualTo(5);
        assertThat(lidar.priority()).isEqualTo(Priority.HIGH);
        assertThat(lidar.isOf("SU7", "Max", List.of("LIDAR"))).isTrue();
        assertThat(lidar.isOf("SU7", "Max", List.of())).isFalse();
        assertThat(rules.spacings("F2").getFirst().most()).as("an even spread").isEmpty();
        assertThat(rules.paint("F1").orElseThrow().aims()).containsExactly(Aim.COLOUR_CHANGES, Aim.HIGH_RATIOS);
        assertThat(rules.paint("F2").orElseThrow().colourRun()).isEqualTo(20);
        assertThat(rules.colours())
                .extracting(LineRules.Colour::name, LineRules.Colour::option, LineRules.Colour::share)
                .contains(tuple("Red", Optional.of("ROOF"), 1), tuple("White", Optional.empty(), 3));
    }

    @Test
    void aLineWorksOnTheDaysOfItsShiftModelThatTheCalendarLeaves() throws IOException {
        WorkingTime time = TestFolder.sound(TestFolder.withOrders(1, 20).write(temp))
                .lineRules()
                .times()
                .get("F1");

        assertThat(time.hoursPerDay()).isPositive();
        assertThat(time.days().get(0)).isEqualTo(6);
        // 2025-W40 is the thirteenth week: two days in plant North.
        assertThat(time.days().get(12)).isEqualTo(2);
    }

    @Test
    void withoutTheFilesNothingIsSaid() throws IOException {
        TestFolder folder = TestFolder.withOrders(1, 20);
        List.of("line_rules.csv", "paint.csv", "colours.csv").forEach(folder::remove);

        LineRules rules = TestFolder.sound(folder.write(temp)).lineRules();

        assertThat(rules.isSaid()).isFalse();
        assertThat(rules.paint("F1")).isEmpty();
        assertThat(rules.times()).isNotEmpty();
    }
}
