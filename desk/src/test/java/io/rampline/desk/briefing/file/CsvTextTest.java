package io.rampline.desk.briefing.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '~',
            value = {
                "X-17 > X-17",
                "=1+1 > '=1+1",
                "+49 > '+49",
                "-5 > '-5",
                "@SUM(A1) > '@SUM(A1)",
                "a,b > \"a,b\"",
                "a\"b > \"a\"\"b\"",
                "小米 > 小米",
                "=\"a\" > \"'=\"\"a\"\"\""
            })
    void aCellIsNoFormulaAndBreaksNoRow(String text, String cell) {
        assertThat(new String(CsvText.cell(text), StandardCharsets.UTF_8)).isEqualTo(cell);
    }
}
