package io.rampline.orderbook.credibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rampline.orderbook.credibility.Commitment.Actual;
import io.rampline.orderbook.credibility.Commitment.Known;
import io.rampline.orderbook.credibility.Commitment.Target;
import io.rampline.orderbook.credibility.Commitments.IssuerRecord;
import io.rampline.orderbook.credibility.Commitments.Judgement;
import io.rampline.orderbook.credibility.Commitments.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CommitmentsTest {
    private static final LocalDate LATER = LocalDate.of(2026, 1, 1);
    private static final Pattern SLIP = Pattern.compile("slip (\\d+) d");
    private static final Pattern PERCENT = Pattern.compile("([+-]\\d+(?:\\.\\d)?)%");

    /** A published commitment beside what a person wrote about how it ended. */
    private record Published(Commitment commitment, String kept) {}

    private static List<Published> published() throws IOException {
        List<Published> rows = new ArrayList<>();
        try (InputStream file = CommitmentsTest.class.getResourceAsStream("public_commitments.csv")) {
            List<String> lines = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            for (String line : lines.subList(1, lines.size())) {
                String[] field = line.split(",", -1);
                Commitment commitment = new Commitment(
                        field[0],
                        Commitment.firstDay(field[1]),
                        field[2],
                        Target.parse(field[3]),
                        LocalDate.parse(field[4]),
                        Optional.of(Actual.parse(field[5], LocalDate.parse(field[6]))),
                        List.of(field[8]));
                rows.add(new Published(commitment, field[7]));
            }
        }
        return rows;
    }

    @Test
    void thePublicCommitmentsOfThreeMakersComeOutAsPeopleWroteThemDown() throws IOException {
        List<Published> rows = published();
        List<Judgement> judged =
                Commitments.judge(rows.stream().map(Published::commitment).toList(), LATER);

        assertThat(judged).hasSize(12);
        for (int i = 0; i < rows.size(); i++) {
            String kept = rows.get(i).kept();
            Judgement judgement = judged.get(i);
            String what = judgement.toString();
            assertThat(judgement.outcome()).as(what).isEqualTo(kept.startsWith("yes") ? Outcome.KEPT : Outcome.BROKEN);
            Matcher slip = SLIP.matcher(kept);
            if (slip.find()) {
                assertThat(judgement.slipDays()).as(what).hasValue(Long.parseLong(slip.group(1)));
            }
            Matcher percent = PERCENT.matcher(kept);
            if (percent.find()) {
                String digits = percent.group(1).contains(".") ? "%+.1f" : "%+.0f";
                assertThat(String.format(
                                Locale.ROOT, digits, 100 * judgement.deviation().getAsDouble()))
                        .as(what)
                        .isEqualTo(percent.group(1));
            }
            if (kept.contains("inside range")) {
                assertThat(judgement.insideRange()).as(what).contains(true);
            }
        }
    }

    @Test
    void theThreeMakersKeptTwoOfSixNoneOfTwoAndFourOfFour() throws IOException {
        List<IssuerRecord> records = Commitments.byIssuer(Commitments.judge(
                published().stream().map(Published::commitment).toList(), LATER));

        assertThat(records)
                .extracting(
                        one -> one.issuer() + " " + one.kept() + "/" + (one.kept() + one.broken()) + " " + one.open())
                .containsExactly("Rivian 0/2 0", "Tesla 2/6 0", "Xiaomi 4/4 0");
        // Tesla reached 5,031 a week 182, 92 and 1 days after three dates it had named, and its quarter in time.
        assertThat(records.get(1).meanSlipDays().getAsDouble()).isEqualTo((182 + 92 + 1 + 0) / 4.0);
        assertThat(records.get(0).keptShare()).hasValue(0);
    }

    @Test
    void onlyWhatWasKnownOnTheDayCounts() throws IOException {
        List<Commitment> all = published().stream().map(Published::commitment).toList();

        List<Judgement> early2018 = Commitments.judge(all, LocalDate.of(2018, 2, 1));

        assertThat(early2018)
                .extracting(one -> one.commitment().due() + " " + one.outcome())
                .containsExactly("2017-12-31 BROKEN", "2018-03-31 OPEN", "2018-03-31 OPEN", "2018-06-30 OPEN");
        assertThat(early2018).allSatisfy(one -> assertThat(one.slipDays()).isEmpty());
    }

    @Test
    void aTargetIsKeptUpToADayAfterItWasDueAndBrokenFromTheSecond() {
        assertThat(outcome("5000", "5000", "2018-06-30")).isEqualTo(Outcome.KEPT);
        assertThat(outcome("5000", "5000", "2018-07-01")).isEqualTo(Outcome.KEPT);
        assertThat(outcome("5000", "5000", "2018-07-02")).isEqualTo(Outcome.BROKEN);
        assertThat(outcome("5000", "4999", "2018-06-30")).isEqualTo(Outcome.BROKEN);
    }

    @Test
    void nothingReportedIsOpenUntilItWasDueAndBrokenAfterwards() {
        Commitment silent = commitment("5000", Optional.empty());

        assertThat(only(silent, LocalDate.of(2018, 7, 1)).outcome()).isEqualTo(Outcome.OPEN);
        assertThat(only(silent, LocalDate.of(2018, 7, 2)).outcome()).isEqualTo(Outcome.BROKEN);
    }

    @Test
    void aFigureOfBeforeTheLastDayMayStillGrow() {
        Commitment halfway = commitment("5000", Optional.of(Actual.parse("2400", LocalDate.of(2018, 4, 30))));

        assertThat(only(halfway, LocalDate.of(2018, 5, 1)).outcome()).isEqualTo(Outcome.OPEN);
        assertThat(only(halfway, LocalDate.of(2018, 7, 2)).outcome()).isEqualTo(Outcome.BROKEN);
    }

    @Test
    void moreThanTheUpperEndOfARangeKeepsItButLiesOutside() {
        Judgement more =
                only(commitment("50000-55000", Optional.of(Actual.parse("56000", LocalDate.of(2018, 6, 30)))), LATER);
        Judgement less =
                only(commitment("50000-55000", Optional.of(Actual.parse("49999", LocalDate.of(2018, 6, 30)))), LATER);

        assertThat(more.outcome()).isEqualTo(Outcome.KEPT);
        assertThat(more.insideRange()).contains(false);
        assertThat(less.outcome()).isEqualTo(Outcome.BROKEN);
        assertThat(less.insideRange()).contains(false);
    }

    @Test
    void figuresAreReadAsPeopleWriteThem() {
        LocalDate on = LocalDate.of(2024, 12, 31);

        assertThat(Actual.parse(">135000", on)).isEqualTo(new Actual(new BigDecimal("135000"), Known.AT_LEAST, on));
        assertThat(Actual.parse("about 4000", on)).isEqualTo(new Actual(new BigDecimal("4000"), Known.ABOUT, on));
        assertThat(Actual.parse("6.2", on)).isEqualTo(new Actual(new BigDecimal("6.2"), Known.EXACTLY, on));
        assertThat(Commitment.firstDay("2021")).isEqualTo("2021-01-01");
        assertThat(Commitment.firstDay("2017-07")).isEqualTo("2017-07-01");
        assertThatThrownBy(() -> Actual.parse("many", on)).hasMessageContaining("found \"many\", expected a number");
        assertThatThrownBy(() -> Target.parse("9-5")).hasMessageContaining("maybe they are swapped");
        assertThatThrownBy(() -> Commitment.firstDay("soon")).hasMessageContaining("found date \"soon\"");
    }

    private static Outcome outcome(String target, String actual, String on) {
        return only(commitment(target, Optional.of(Actual.parse(actual, LocalDate.parse(on)))), LATER)
                .outcome();
    }

    private static Judgement only(Commitment commitment, LocalDate asOf) {
        return Commitments.judge(List.of(commitment), asOf).getFirst();
    }

    private static Commitment commitment(String target, Optional<Actual> actual) {
        return new Commitment(
                "M",
                LocalDate.of(2018, 1, 3),
                "cars per week",
                Target.parse(target),
                LocalDate.of(2018, 6, 30),
                actual,
                List.of());
    }
}
