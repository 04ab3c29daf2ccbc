package io.rampline.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellNumberTest {
    private static final int TEXTS = Integer.getInteger("rampline.fuzz.numbers", 300_000);
    private static final String ALPHABET = "0011223456789..-- ,eE+xN\u0000";
    private static final BigDecimal LONGEST = new BigDecimal("999999999999999999");

    private static long whole(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return CellNumber.whole(bytes, 0, bytes.length);
    }

    private static long money(String text, int decimals) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return CellNumber.money(bytes, 0, bytes.length, decimals);
    }

    private static double decimal(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return CellNumber.decimal(bytes, 0, bytes.length);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "-0,0", "007,7", "-12,-12", "999999999999999999,999999999999999999"})
    void wholeNumbersAreRead(String text, long value) {
        assertThat(whole(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "+1", "1.", ".5", "1.0", "1e3", " 1", "1 ", "1,000", "NaN", "--1", "٣", "1\u0000"})
    void everythingElseIsNoWholeNumber(String text) {
        assertThat(whole(text)).isEqualTo(CellNumber.NOT_A_NUMBER);
    }

    @Test
    void hugeNumbersAreToldFromNoNumbers() {
        assertThat(whole("1000000000000000000")).isEqualTo(CellNumber.TOO_BIG);
        assertThat(whole("-" + "9".repeat(60))).isEqualTo(CellNumber.TOO_SMALL);
        assertThat(whole("0".repeat(40) + "5")).isEqualTo(5);
        assertThat(whole("9".repeat(65))).as("longer than anybody writes").isEqualTo(CellNumber.NOT_A_NUMBER);
        assertThat(money("99999999999999999", 3)).isEqualTo(CellNumber.TOO_BIG);
    }

    @ParameterizedTest
    @CsvSource({"253500,2,25350000", "253500.00,2,25350000", "0.5,2,50", "-1.25,2,-125", "12,0,12", "1.234,3,1234"})
    void moneyIsCountedInMinorUnits(String text, int decimals, long minor) {
        assertThat(money(text, decimals)).isEqualTo(minor);
    }

    @ParameterizedTest
    @CsvSource({"1.005,2", "1.0,0", "1.2.3,2", "1.2345,3"})
    void moneyHasNoMoreDecimalsThanItsMinorUnit(String text, int decimals) {
        assertThat(money(text, decimals)).isEqualTo(CellNumber.NOT_A_NUMBER);
    }

    @Test
    void anotherReaderReadsTheSameNumbers() {
        Random random = new Random(20_250_706);
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(random.nextInt(10) == 0 ? 40 : 9); length >= 0; length--) {
                text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            check(text.toString(), random.nextInt(4));
        }
    }

    private static void check(String text, int decimals) {
        boolean isNumber = text.matches("-?\\d+(\\.\\d+)?");
        if (!isNumber) {
            assertThat(decimal(text)).as(text).isNaN();
            assertThat(money(text, decimals)).as(text).isEqualTo(CellNumber.NOT_A_NUMBER);
            return;
        }
        BigDecimal value = new BigDecimal(text);
        assertThat(decimal(text)).as(text).isEqualTo(Double.parseDouble(text));
        long minor = money(text, decimals);
        BigDecimal exact = value.movePointRight(decimals);
        if (value.scale() > decimals) {
            assertThat(minor).as(text).isEqualTo(CellNumber.NOT_A_NUMBER);
        } else if (exact.abs().compareTo(LONGEST) > 0) {
            assertThat(minor).as(text).isEqualTo(exact.signum() < 0 ? CellNumber.TOO_SMALL : CellNumber.TOO_BIG);
        } else {
            assertThat(minor).as(text).isEqualTo(exact.longValueExact());
        }
    }
}
