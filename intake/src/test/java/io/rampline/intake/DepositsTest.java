package io.rampline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.factory.Configuration;
import io.rampline.factory.DepositTerms;
import io.rampline.factory.MoneyTerms;
import io.rampline.factory.MoneyTerms.Prepayment;
import io.rampline.factory.MoneyTerms.Refunds;
import io.rampline.factory.MoneyTerms.TaxGuarantee;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DepositsTest {
    @TempDir
    Path temp;

    @Test
    void theMostExactAmountCounts() throws IOException {
        DepositTerms terms = read("""
                deposit = 500
                cooling_off_days = 7
                [model.YU7]
                deposit = 600
                prepayment_percent = 30
                [model.YU7.trim.Max]
                deposit = 700.50
                [market.CN]
                prepayment_percent = 12.5
                [market.CN.model.SU7]
                deposit = 800
                """);

        assertThat(terms.depositMinor(car("YU7", "Base"))).isEqualTo(60_000);
        assertThat(terms.depositMinor(car("YU7", "Max"))).isEqualTo(70_050);
        assertThat(terms.depositMinor(car("SU7", "Max"))).isEqualTo(80_000);
        assertThat(terms.money().prepaymentBasisPoints(car("YU7", "Max"))).isEqualTo(1_250);
    }

    @Test
    void amountsOfAMarketAreInItsOwnCurrencyAtTheStatedRate() throws IOException {
        DepositTerms terms = read("""
                deposit = 500
                [market.CN]
                deposit = 99.99
                currency = "EUR"
                rate = 8.125
                """);

        assertThat(terms.depositMinor(car("SU7", "Max"))).as("99.99 x 8.125").isEqualTo(81_242);
        assertThat(terms.money().foreign().get("CN").currency().code()).isEqualTo("EUR");
    }

    @Test
    void everyRuleIsRead() throws IOException {
        MoneyTerms money = read("""
                deposit = 500
                [prepayment]
                share_percent = 40
                due_days = 14
                [refund]
                after_lock_percent = 25
                prepayment_percent = 90
                pay_days = 5
                slip_weeks = 13
                default_weeks = 26
                default_percent = 200
                earnest_cap_percent = 20
                [slip]
                grace_weeks = 2
                compensation_per_week = 100.50
                cap_percent = 5
                [tax]
                vat_percent = 13
                [tax_guarantee."purchase tax"]
                locked_until = 2025-11-30
                delivered_from = 2026-01-01
                amount = 15000
                [financing]
                percent_per_year = 3.25
                [cash]
                production_lead_weeks = 4
                unit_cost_percent = 73.6
                [leaving]
                cooling_off_percent = 30
                """).money();

        assertThat(money.prepayment()).isEqualTo(new Prepayment(4_000, 14));
        assertThat(money.refunds()).isEqualTo(new Refunds(2_500, 9_000, 5, 13, 26, 20_000, 2_000));
        assertThat(money.slips().graceWeeks()).isEqualTo(2);
        assertThat(money.slips().perWeekMinor()).hasValue(10_050);
        assertThat(money.slips().capBasisPoints()).isEqualTo(500);
        assertThat(money.vatBasisPoints()).isEqualTo(1_300);
        assertThat(money.guarantees())
                .containsExactly(new TaxGuarantee(
                        "purchase tax", LocalDate.of(2025, 11, 30), LocalDate.of(2026, 1, 1), 1_500_000));
        assertThat(money.financing().basisPointsPerYear()).isEqualTo(325);
        assertThat(money.treasury().unitCostBasisPoints()).isEqualTo(7_360);
        assertThat(money.treasury().coolingOffLeaveBasisPoints()).isEqualTo(3_000);
    }

    @Test
    void whatIsNotSaidStaysAsItWas() throws IOException {
        assertThat(read("deposit = 500").money()).isEqualTo(MoneyTerms.PLAIN);
    }

    @Test
    void everyFlawHasItsPlaceAndAdvice() throws IOException {
        TestFolder folder = TestFolder.withOrders(1, 20);
        folder.put(
                "deposits.toml",
                List.of(
                        "deposit = 500",
                        "[refund]",
                        "slip_weeks = 26",
                        "default_weeks = 13",
                        "after_lok_percent = 3",
                        "earnest_cap_percent = 12.345",
                        "[tax_guarantee.a]",
                        "locked_until = \"soon\"",
                        "delivered_from = 2026-01-01",
                        "amount = 1",
                        "[market.CM]",
                        "deposit = 1",
                        "[market.CN]",
                        "rate = 8"));

        assertThat(TestFolder.flaws(folder.write(temp)))
                .extracting(flaw ->
                        flaw.line() + " " + flaw.found() + ", expected " + flaw.expected() + " (" + flaw.maybe() + ")")
                .anyMatch(flaw -> flaw.equals("4 13, expected at least refund.slip_weeks, 26 (the two are swapped)"))
                .anyMatch(flaw -> flaw.startsWith("5 key \"refund.after_lok_percent\"")
                        && flaw.endsWith("(\"refund.after_lock_percent\")"))
                .anyMatch(flaw -> flaw.startsWith("6 12.345, expected a percentage with at most two decimals"))
                .anyMatch(flaw -> flaw.startsWith("8 \"soon\", expected a date"))
                .anyMatch(flaw -> flaw.startsWith("11 market \"CM\""))
                .anyMatch(flaw -> flaw.contains("no key market.CN.currency"));
    }

    private DepositTerms read(String toml) throws IOException {
        TestFolder folder = TestFolder.withOrders(1, 20);
        folder.put("deposits.toml", toml.lines().toList());
        return TestFolder.sound(folder.write(temp)).scenario().deposits();
    }

    private static Configuration car(String model, String trim) {
        return new Configuration("CN", model, trim, List.of());
    }
}
