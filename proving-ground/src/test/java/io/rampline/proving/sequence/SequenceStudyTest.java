package io.rampline.proving.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SequenceStudyTest {
    private static final String DAY = "4 1 2\n1\n2\n0 2 1\n1 2 0\n";
    private static final String REFERENCES = "benchmark,instance,objective_order,best_known,challenge_winner\n";

    @TempDir
    Path folder;

    private SequenceWish wish(int seeds, String marks) throws IOException {
        Path day = Files.writeString(folder.resolve("day.txt"), DAY);
        Path references =
                Files.writeString(folder.resolve("references.csv"), REFERENCES + "own,day,violations," + marks + "\n");
        return new SequenceWish(
                List.of(day),
                5,
                seeds,
                false,
                Optional.of(folder.resolve("study.csv")),
                Optional.of(references),
                "own");
    }

    @Test
    void aStudyThatIsTakenUpRunsOnlyWhatIsMissing() throws IOException {
        assertThat(SequenceStudy.run(wish(1, "0,"))).isTrue();
        List<String> once = Files.readAllLines(folder.resolve("study.csv"));

        assertThat(SequenceStudy.run(wish(2, "0,"))).isTrue();

        List<String> twice = Files.readAllLines(folder.resolve("study.csv"));
        assertThat(once).hasSize(2);
        assertThat(twice).hasSize(3);
        assertThat(twice.subList(0, 2)).isEqualTo(once);
        assertThat(twice.getLast()).startsWith("own,day,2,5.0,0,0,");
    }

    @Test
    void aRunEndsAtTheLowestMarkThatIsKnown() throws IOException {
        assertThat(SequenceStudy.run(wish(1, "7,5"))).isTrue();

        List<String> rows = Files.readAllLines(folder.resolve("study.csv"));
        assertThat(rows.getLast())
                .as("the order given has one violation, so no move is tried")
                .startsWith("own,day,1,5.0,1,5,1,0,0,")
                .endsWith(",0,false");
    }

    @Test
    void aTableOfMarksWithTooFewColumnsIsToldAsSuch() throws IOException {
        Path day = Files.writeString(folder.resolve("day.txt"), DAY);
        Path references = Files.writeString(folder.resolve("references.csv"), "day,mark\nday,5\n");
        SequenceWish wish = new SequenceWish(
                List.of(day), 5, 1, false, Optional.of(folder.resolve("study.csv")), Optional.of(references), "own");

        assertThatThrownBy(() -> SequenceStudy.run(wish)).hasMessageContaining("found \"day,5\", expected benchmark,");
    }
}
