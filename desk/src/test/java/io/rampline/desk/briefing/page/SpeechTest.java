package io.rampline.desk.briefing.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.factory.Currency;
import io.rampline.factory.Week;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SpeechTest {
    private final Speech english = new Speech(Texts.english());
    private final Speech german = new Speech(Texts.german());

    @Test
    void numbersFollowTheLanguage() {
        assertThat(english.number(1_234_567)).isEqualTo("1,234,567");
        assertThat(german.number(1_234_567)).isEqualTo("1.234.567");
        assertThat(english.number(999)).isEqualTo("999");
        assertThat(english.number(-1_000)).isEqualTo("−1,000");
        assertThat(english.decimal(60.5)).isEqualTo("60.5");
        assertThat(german.decimal(60.5)).isEqualTo("60,5");
        assertThat(german.decimal(60)).isEqualTo("60");
        assertThat(english.signed(3.5)).isEqualTo("+3.5");
        assertThat(english.signed(-3)).isEqualTo("−3");
        assertThat(english.signed(0)).isEqualTo("0");
    }

    @Test
    void aLittleIsNotNothingAndAlmostAllIsNotAll() {
        assertThat(english.percent(1, 1000)).isEqualTo("under 1 %");
        assertThat(english.percent(999, 1000)).isEqualTo("over 99 %");
        assertThat(english.percent(1, 3)).isEqualTo("33 %");
        assertThat(english.percent(0, 0)).isEqualTo("0 %");
        assertThat(english.percent(3, 3)).isEqualTo("100 %");
    }

    @Test
    void moneyIsShortAndKeepsItsUnit() {
        Currency yuan = new Currency("CNY", 2);
        assertThat(english.money(237_000_000_000L, yuan)).isEqualTo("CNY 2.37 bn");
        assertThat(german.money(237_000_000_000L, yuan)).isEqualTo("2,37 Mrd. CNY");
        assertThat(english.money(111_020_000_00L, yuan)).isEqualTo("CNY 111.02 m");
        assertThat(english.money(500_000, yuan)).isEqualTo("CNY 5,000");
        assertThat(english.money(50_000, new Currency("JPY", 0))).isEqualTo("JPY 50,000");
    }

    @Test
    void daysAndWeeksAreSaidAsPeopleSayThem() {
        assertThat(english.date(LocalDate.of(2025, 7, 6))).isEqualTo("6 July 2025");
        assertThat(german.date(LocalDate.of(2025, 7, 6))).isEqualTo("6. Juli 2025");
        assertThat(english.week(Week.parse("2026-W53"))).isEqualTo("W53 2026");
        assertThat(german.week(Week.parse("2026-W01"))).isEqualTo("KW 1/2026");
        // Most of the week that begins on 29 December 2025 lies in January.
        assertThat(english.monthOf(Week.parse("2026-W01"))).isEqualTo("January 2026");
    }

    @Test
    void oneWeekIsNotSeveral() {
        assertThat(english.weeks(1)).isEqualTo("1 week");
        assertThat(german.weeks(1)).isEqualTo("1 Woche");
        assertThat(german.weeks(62)).isEqualTo("62 Wochen");
        assertThat(english.weeks(4.5)).isEqualTo("4.5 weeks");
    }
}
