package io.rampline.desk.flowline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LinesCsvTest {
    @Test
    void onlyTheOeeOfTheNamedLinesChanges() {
        String text = String.join(
                "\r\n",
                "# a comment, with a comma",
                "plant,\"line\",models,oee,note",
                "",
                "P,F1,A|B,0.9,\"said \"\"so\"\", in May\"",
                "P,F2,A,0.8,",
                "P,F3,A,,");

        assertThat(LinesCsv.with(text, Map.of("F1", 0.81234567, "F4", 0.5)))
                .isEqualTo(text.replace("A|B,0.9,", "A|B,0.8123,"));
        assertThat(LinesCsv.with("\uFEFFline,oee\nF1,1\n", Map.of("F1", 0.5))).isEqualTo("\uFEFFline,oee\nF1,0.5000\n");
        assertThat(LinesCsv.with("oee,line\n1,F1\n0.7,F2", Map.of("F2", 1.0))).isEqualTo("oee,line\n1,F1\n1.0000,F2");
    }
}
