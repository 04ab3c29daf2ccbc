package io.rampline.desk.briefing.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationTest {
    @TempDir
    Path folder;

    private static Publication.Content text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void publish(String one, String two) throws IOException {
        try (Publication publication = new Publication(folder)) {
            publication.write("one.txt", text(one));
            publication.write("two.txt", text(two));
            publication.publish();
        }
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private long entries() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.count();
        }
    }

    @Test
    void theNewSetReplacesTheOldOneAndLeavesOtherFilesAlone() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "mine");
        publish("old", "old");
        publish("new", "new");

        assertThat(read("one.txt") + read("two.txt") + read("notes.txt")).isEqualTo("newnewmine");
        assertThat(entries()).isEqualTo(3);
    }

    @Test
    void aDiskThatFillsUpLeavesTheOldSet() throws IOException {
        publish("old", "old");

        assertThatThrownBy(() -> {
                    try (Publication publication = new Publication(folder)) {
                        publication.write("one.txt", text("new"));
                        publication.write("two.txt", out -> {
                            out.write(new byte[10_000]);
                            throw new IOException("No space left on device");
                        });
                        publication.publish();
                    }
                })
                .hasMessage("No space left on device");

        assertThat(read("one.txt") + read("two.txt")).isEqualTo("oldold");
        assertThat(entries()).isEqualTo(2);
    }

    @Test
    void whatIsNotPublishedWasNeverThere() throws IOException {
        try (Publication publication = new Publication(folder.resolve("new/deep"))) {
            publication.write("one.txt", text("half"));
        }

        assertThat(folder.resolve("new/deep")).isEmptyDirectory();
    }

    @Test
    void aSetThatWasDecidedButNotMovedIsCompletedByTheNext() throws IOException {
        publish("old", "old");
        // A kill after the decision, when one of two files had been moved.
        Path decided = Files.createDirectory(folder.resolve(".briefing-decided"));
        Files.writeString(folder.resolve("one.txt"), "new");
        Files.writeString(decided.resolve("two.txt"), "new");

        try (Publication next = new Publication(folder)) {
            assertThat(read("one.txt") + read("two.txt")).isEqualTo("newnew");
            assertThat(next.file("one.txt")).doesNotExist();
        }
        assertThat(entries()).isEqualTo(2);
    }

    @Test
    void whatAKilledRunLeftIsRemoved() throws IOException {
        // No process has this number: the largest a Linux kernel gives is 4194304.
        Path left = Files.createDirectory(folder.resolve(".briefing-writing-999999999"));
        Files.writeString(left.resolve("one.txt"), "half");

        publish("new", "new");

        assertThat(left).doesNotExist();
    }

    @Test
    void aFileInThePlaceOfTheFolderIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "");

        assertThatThrownBy(() -> new Publication(file))
                .isInstanceOf(CannotWrite.class)
                .hasMessageContaining("taken")
                .hasMessageContaining("Maybe choose another");
        assertThatThrownBy(() -> new Publication(file.resolve("below"))).isInstanceOf(CannotWrite.class);
    }
}
