package io.rampline.desk.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {
    @Test
    void numbersStandToTheRightAndIdeographsTakeTwoCells() {
        Columns columns = new Columns(List.of("Trim", ">Weeks", "Why"));
        columns.add(List.of("小米 Max", "8", "line"));
        columns.add(List.of("YU7 Standard", "62", "–"));

        assertThat(columns.lines())
                .containsExactly("Trim          Weeks  Why", "小米 Max          8  line", "YU7 Standard     62  –");
    }
}
