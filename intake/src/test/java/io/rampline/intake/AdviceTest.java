package io.rampline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdviceTest {
    private static final int TEXTS = Integer.getInteger("rampline.fuzz.advice", 200_000);
    private static final String ALPHABET = "0123456789.,-/:WTZ eE+%#'x|\u00A0\u2013\u0000KWJan";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "47,4 | a decimal comma: write 47.4",
                "0,125 | a decimal comma: write 0.125",
                "12,500 | without thousands separators",
                "1.250.000 | without thousands separators",
                "1'000 | without thousands separators",
                "1.2E+05 | a spreadsheet's short form: format the column as a plain number and save again",
                "85% | a share: write 0.85",
                "+5 | without the +",
                "5000 CNY | the number alone: 5000",
                "#REF! | a formula that failed in the spreadsheet",
                "n/a | leave the cell empty where that is allowed",
                "many | ''"
            })
    void numbersAreMended(String found, String maybe) {
        assertThat(Advice.number(found)).isEqualTo(maybe);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "06.07.2025 | 2025-07-06",
                "6.7.2025 | 2025-07-06",
                "2025-7-6 | 2025-07-06",
                "2025/07/06 | 2025-07-06",
                "20250706 | 2025-07-06",
                "7/16/2025 | 2025-07-16",
                "7/6/2025 | year-month-day, as in 2025-07-06",
                "45844 | 2025-07-06",
                "7-6-2025 | year-month-day, as in 2025-07-06",
                "16/7/2025 | 2025-07-16",
                "7/6/25 | year-month-day, as in 2025-07-06",
                "1.3.27 | 2027-03-01",
                "1.3.98 | 1998-03-01",
                "2025-02-30 | that day does not exist",
                "31.02.2027 | year-month-day, which would be 2027-02-31: that day does not exist",
                "31.2.27 | year-month-day, which would be 2027-02-31: that day does not exist",
                "'' | fill it in as year-month-day, as in 2025-07-06, or delete the line",
                "2025-W27 | the Monday of that week, 2025-06-30",
                "6-Jul-25 | format the column as year-month-day and save again",
                "soon | ''"
            })
    void datesAreMended(String found, String maybe) {
        assertThat(Advice.date(found)).isEqualTo(maybe);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-W7 | \"2025-W07\"",
                "2025W27 | \"2025-W27\"",
                "2025-27 | \"2025-W27\"",
                "2025 KW 27 | \"2025-W27\"",
                "2025-W53 | 2025 has 52 weeks: the next is 2026-W01",
                "2025-W60 | weeks run from W01 to W52, in long years to W53",
                "2025-07-06 | \"2025-W27\", the week of that day",
                "Jul 25 | a spreadsheet made a date of the week: format the column as text",
                "2025-W28-2025-W30 | \"2025-W28..2025-W30\"",
                "2025-W28 to 2025-W30 | \"2025-W28..2025-W30\"",
                "2025-W28... | \"2025-W28..\"",
                "2025-W28..2025-W54 | the year has no such week"
            })
    void weeksAreMended(String found, String maybe) {
        assertThat(Advice.weeks(found)).isEqualTo(maybe);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-07-06T22:00:00Z | without the time zone, in scenario local time",
                "2025-07-06T22:00:00+08:00 | without the time zone, in scenario local time",
                "06.07.2025 22:00 | 2025-07-06T and the time as 22:00:00"
            })
    void momentsAreMended(String found, String maybe) {
        assertThat(Advice.moment(found)).isEqualTo(maybe);
    }

    @Test
    void noTextIsTooOddForAdvice() {
        Random random = new Random(7);
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(20); length > 0; length--) {
                text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            String found = text.toString();
            assertThat(Advice.number(found) + Advice.date(found) + Advice.moment(found) + Advice.weeks(found))
                    .as(found)
                    .isNotNull();
        }
    }
}
