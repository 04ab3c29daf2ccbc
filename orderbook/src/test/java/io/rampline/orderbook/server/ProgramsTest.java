package io.rampline.orderbook.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramsTest {
    private static final int BLOCK_BYTES = 512;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux-x86_64",
        "Linux, aarch64, linux-arm_64",
        "Mac OS X, x86_64, darwin-x86_64",
        "Mac OS X, aarch64, darwin-arm_64",
        "Windows 11, amd64, windows_11-x86_64"
    })
    void archivesAreNamedByPlatform(String system, String processor, String name) {
        assertThat(Programs.platform(system, processor)).isEqualTo(name);
    }

    @Test
    void theCacheIsWhereTheLauncherHasItsOwn() {
        assertThat(CacheFolder.of(Map.of("RAMPLINE_CACHE", "/c", "XDG_CACHE_HOME", "/x", "HOME", "/h")))
                .isEqualTo(Path.of("/c"));
        assertThat(CacheFolder.of(Map.of("RAMPLINE_CACHE", "", "XDG_CACHE_HOME", "/x", "HOME", "/h")))
                .isEqualTo(Path.of("/x/rampline"));
        assertThat(CacheFolder.of(Map.of("HOME", "/h"))).isEqualTo(Path.of("/h/.cache/rampline"));
        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(() -> CacheFolder.of(Map.of()))
                .withMessageContaining("Maybe set RAMPLINE_CACHE");
    }

    @Test
    void whatAKilledUnpackingLeftIsSweptAfterADay() throws IOException {
        Path old = Files.createDirectories(folder.resolve("unpacking-1").resolve("bin"));
        Files.writeString(old.resolve("postgres"), "half of it");
        Files.setLastModifiedTime(
                folder.resolve("unpacking-1"), FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        Files.createDirectories(folder.resolve("unpacking-2"));

        Programs programs = Programs.in(folder, news -> {});

        assertThat(folder.resolve("unpacking-1")).doesNotExist();
        assertThat(folder.resolve("unpacking-2")).exists();
        assertThat(programs.postgres()).isExecutable();
        assertThat(programs.initdb()).isExecutable();
        assertThat(programs.pgCtl()).isExecutable();
    }

    @Test
    void aCacheThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("cache"), "");

        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(() -> Programs.in(file, news -> {}))
                .withMessageContaining(file + " is there, and is not a folder")
                .withMessageContaining("set RAMPLINE_CACHE");
    }

    @Test
    void rootThatMayNotStepDownIsTold() {
        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(() -> Launch.forUser(0, List.of("false")))
                .withMessageContaining("does not run as root")
                .withMessageContaining("--database URL");
        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(() -> Launch.forUser(0, List.of("no-such-program")))
                .withMessageContaining("no-such-program");
        assertThat(Launch.forUser(1_000, List.of("false")).prefix()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'initdb: error: could not write: No space left on device', The disk is full",
        "'FATAL: could not open file: Permission denied', may not read or write there",
        "'FATAL: data directory \"x\" has wrong ownership', belongs to another user",
        "'postgres: error while loading shared libraries: libc', --database URL",
        "'something new', the log tells more: server.log"
    })
    void knownTroublesHaveAdvice(String said, String advice) {
        assertThat(Trouble.advice(said, Path.of("server.log"))).contains(advice);
    }

    @Test
    void anArchiveIsLaidOutWithItsModes() throws IOException {
        TarFile.unpack(
                tar(entry("bin/", '5', "", ""), entry("bin/tool", '0', "", "run"), entry("bin/also", '2', "tool", "")),
                folder);

        assertThat(folder.resolve("bin/tool")).hasContent("run").isExecutable();
        assertThat(folder.resolve("bin/also")).isSymbolicLink().hasContent("run");
    }

    @Test
    void longNamesAreRead() throws IOException {
        String name = "share/" + "n".repeat(150);
        TarFile.unpack(tar(entry("././@LongLink", 'L', "", name + "\0"), entry("cut", '0', "", "text")), folder);

        assertThat(folder.resolve(name)).hasContent("text");
    }

    @Test
    void anArchiveThatReachesOutOfItsFolderIsRefused() {
        assertThatIOException()
                .isThrownBy(() -> TarFile.unpack(tar(entry("../x", '0', "", "x")), folder.resolve("in")))
                .withMessageContaining("leads out");
        assertThatIOException()
                .isThrownBy(() -> TarFile.unpack(tar(entry("x", '2', "../../etc/passwd", "")), folder.resolve("in")))
                .withMessageContaining("leads out");
        assertThatIOException()
                .isThrownBy(() -> TarFile.unpack(tar(entry("x", '3', "", "")), folder))
                .withMessageContaining("unknown kind");
    }

    @Test
    void anArchiveThatIsCutIsRefused() throws IOException {
        byte[] whole = tar(entry("file", '0', "", "x".repeat(2_000))).readAllBytes();

        for (int length : new int[] {0, 100, BLOCK_BYTES, 1_000, BLOCK_BYTES * 5}) {
            assertThatIOException()
                    .isThrownBy(() -> TarFile.unpack(new ByteArrayInputStream(whole, 0, length), folder))
                    .withMessageContaining("the archive ends");
        }
    }

    private static ByteArrayInputStream tar(byte[]... entries) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            all.write(entry);
        }
        all.write(new byte[2 * BLOCK_BYTES]);
        return new ByteArrayInputStream(all.toByteArray());
    }

    private static byte[] entry(String name, char kind, String aim, String content) {
        byte[] text = content.getBytes(US_ASCII);
        byte[] entry = new byte[BLOCK_BYTES + (text.length + BLOCK_BYTES - 1) / BLOCK_BYTES * BLOCK_BYTES];
        put(entry, 0, name);
        put(entry, 100, "0000755");
        put(entry, 124, String.format("%011o", text.length));
        entry[156] = (byte) kind;
        put(entry, 157, aim);
        put(entry, 257, "ustar  ");
        System.arraycopy(text, 0, entry, BLOCK_BYTES, text.length);
        return entry;
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
