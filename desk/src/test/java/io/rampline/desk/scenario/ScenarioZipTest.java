package io.rampline.desk.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioZipTest {
    private static final long SEED = Long.getLong("rampline.seed", 1L);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aFolderMayBePackedWithItsNameOrWithout() throws IOException {
        assertThat(unpack("a", "scenario.toml", "outturn/deliveries.csv", "deliveries.csv"))
                .isEmpty();
        assertThat(unpack("b", "x/", "x/scenario.toml", "x/outturn/deliveries.csv", "__MACOSX/x/lines.csv"))
                .containsExactly("__MACOSX/x/lines.csv");
        assertThat(folder.resolve("a/outturn/deliveries.csv")).hasContent("outturn/deliveries.csv");
        assertThat(folder.resolve("a/deliveries.csv")).hasContent("deliveries.csv");
        assertThat(folder.resolve("b/scenario.toml")).hasContent("x/scenario.toml");
    }

    @Test
    void noNameLeadsOutOfTheFolder() throws IOException {
        for (String name : List.of(
                "../scenario.toml",
                "x/../../scenario.toml",
                "/etc/scenario.toml",
                "C:/scenario.toml",
                "..\\scenario.toml",
                "x/../scenario.toml",
                "a\nb")) {
            assertThatThrownBy(() -> unpack("out", name))
                    .as(name)
                    .isInstanceOf(ScenarioZip.Refused.class)
                    .hasMessageContaining("expected a path inside the scenario");
        }
        try (Stream<Path> there = Files.walk(folder)) {
            assertThat(there.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void moreBytesThanAScenarioCanHaveAreNotUnpacked() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : List.of("lines.csv", "orders.csv")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(new byte[700_000]);
            }
        }
        assertThat(bytes.size()).isLessThan(10_000);
        Path out = Files.createDirectory(folder.resolve("bomb"));

        assertThatThrownBy(() -> ScenarioZip.unpack(new ByteArrayInputStream(bytes.toByteArray()), out, 1_000_000))
                .isInstanceOfSatisfying(
                        ScenarioZip.Refused.class,
                        refused -> assertThat(refused.isTooLarge()).isTrue());
        assertThat(Files.size(out.resolve("lines.csv")) + Files.size(out.resolve("orders.csv")))
                .isLessThanOrEqualTo(1_000_000);
    }

    @Test
    void moreFilesThanAScenarioCanHaveAreNotUnpacked() {
        String[] names = new String[ScenarioZip.ENTRIES_MAX + 1];
        Arrays.setAll(names, i -> "file-" + i);

        assertThatThrownBy(() -> unpack("many", names)).hasMessageContaining("found more than 100 files");
    }

    @Test
    void oneFolderIsExpectedAndEachFileOnce() {
        assertThatThrownBy(() -> unpack("two", "a/lines.csv", "b/parts.csv"))
                .hasMessageContaining("one scenario folder");
        assertThatThrownBy(() -> unpack("none", "photo.jpg")).hasMessageContaining("no file of a scenario");
    }

    @Test
    void aFileThatWasCutAnywhereIsNotTaken() throws IOException {
        byte[] whole = packed("scenario.toml", "lines.csv", "outturn/commitments.csv");
        for (int length = 0; length <= whole.length - ZipOutputStream.ENDHDR; length++) {
            ByteArrayInputStream cut = new ByteArrayInputStream(whole, 0, length);
            Path out = Files.createDirectory(folder.resolve("cut-" + length));
            assertThatThrownBy(() -> ScenarioZip.unpack(cut, out))
                    .as("cut after %d of %d bytes", length, whole.length)
                    .isInstanceOf(ScenarioZip.Refused.class);
        }
    }

    @Test
    void noBytesCrashIt() throws IOException {
        byte[] sound = packed("x/scenario.toml", "x/lines.csv", "x/outturn/commitments.csv");
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = sound.clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            Path out = Files.createDirectory(folder.resolve("fuzz-" + i));
            try {
                ScenarioZip.unpack(new ByteArrayInputStream(cut), out);
            } catch (ScenarioZip.Refused refused) {
                assertThat(refused.getMessage())
                        .as("seed " + SEED + ", number " + i)
                        .startsWith("found ");
            }
        }
    }

    private List<String> unpack(String out, String... names) throws IOException {
        Path into = Files.createDirectories(folder.resolve(out));
        return ScenarioZip.unpack(new ByteArrayInputStream(packed(names)), into);
    }

    private static byte[] packed(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                if (!name.endsWith("/")) {
                    zip.write(name.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return bytes.toByteArray();
    }
}
