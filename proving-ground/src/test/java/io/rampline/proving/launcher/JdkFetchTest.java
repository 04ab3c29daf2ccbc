package io.rampline.proving.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.rampline.proving.launcher.Stage.Outcome;
import io.rampline.proving.launcher.Stage.Running;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkFetchTest {
    @TempDir
    Path folder;

    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch released = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Stage stage;
    private HttpServer server;
    private byte[] archive;
    private boolean cutShort;
    private boolean hang;

    @BeforeEach
    void anEmptyMachineAndAServer() throws Exception {
        stage = new Stage(folder);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/jdk.tar.gz", this::answer);
        server.setExecutor(threads);
        server.start();
        offer(jdkIn("jdk-25.0.4.1+1", "25.0.4.1"));
        stage.set("RAMPLINE_JDK_URL", "http://127.0.0.1:" + server.getAddress().getPort() + "/jdk.tar.gz");
    }

    @AfterEach
    void stop() {
        released.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void aMachineWithoutJdkGetsOneAndIsToldSo() throws Exception {
        Outcome outcome = stage.launch("--version");

        assertThat(outcome.exit()).as(outcome.all()).isZero();
        assertThat(outcome.err()).contains("no JDK 25 or newer was found. Fetching one from http://127.0.0.1");
        assertThat(outcome.out()).contains("java: " + stage.cache() + "/jdk-");
        assertThat(Stage.names(stage.cache())).singleElement().asString().startsWith("jdk-");
    }

    @Test
    void theNextStartTakesTheFetchedOne() throws Exception {
        stage.launch();
        Outcome again = stage.launch();

        assertThat(again.exit()).isZero();
        assertThat(again.err()).isEmpty();
        assertThat(requests).hasValue(1);
    }

    @Test
    void theLayoutOfMacosIsUnderstood() throws Exception {
        offer(jdkIn("jdk-25/Contents/Home", "25.0.4.1"));

        Outcome outcome = stage.launch();

        assertThat(outcome.exit()).as(outcome.all()).isZero();
        assertThat(outcome.out()).contains("/Contents/Home/bin/java");
    }

    @Test
    void wgetDoesWhereThereIsNoCurl() throws Exception {
        stage.takeAway("curl");
        Stage.script(stage.root().resolve("bin/wget"), """
                while [ $# -gt 1 ]; do [ "$1" != -O ] || aim=$2; shift; done
                exec "%s" --silent --fail --output "$aim" "$1"
                """.formatted(whereIs("curl")));

        assertThat(stage.launch().exit()).isZero();
    }

    @Test
    void aFileWithAnotherChecksumIsRefusedAndNothingOfItKept() throws Exception {
        stage.set("RAMPLINE_JDK_SHA256", "0".repeat(64));

        Outcome outcome = stage.launch();

        assertThat(outcome.exit()).isEqualTo(70);
        assertThat(outcome.err()).contains(sum(archive)).contains("expected " + "0".repeat(64));
        assertThat(Stage.names(stage.cache())).isEmpty();
    }

    @Test
    void withoutAChecksumOfItsOwnAnotherFileIsMeasuredAgainstThePinnedOne() throws Exception {
        stage.unset("RAMPLINE_JDK_SHA256");

        Outcome outcome = stage.launch();

        assertThat(outcome.exit()).isEqualTo(70);
        assertThat(outcome.err()).contains("RAMPLINE_JDK_SHA256");
        assertThat(Stage.names(stage.cache())).isEmpty();
    }

    @Test
    void aDownloadThatBreaksOffLeavesNothing() throws Exception {
        cutShort = true;

        Outcome outcome = stage.launch();

        assertThat(outcome.exit()).isEqualTo(70);
        assertThat(outcome.err()).contains("could not fetch http://127.0.0.1");
        assertThat(Stage.names(stage.cache())).isEmpty();
    }

    @Test
    void aStartThatIsKilledWhileFetchingLeavesNoHalfJdkBehind() throws Exception {
        hang = true;
        Running killed =
                stage.start(List.of(stage.checkout().resolve("rampline").toString()));
        killed.awaitWords("Fetching one");
        while (requests.get() == 0) {
            Thread.onSpinWait();
        }
        killed.killAll();
        hang = false;

        Outcome next = stage.launch();

        assertThat(next.exit()).as(next.all()).isZero();
        assertThat(Stage.names(stage.cache()))
                .filteredOn(name -> name.startsWith("jdk-"))
                .hasSize(1);
    }

    @Test
    void aPlaceOutOfReachIsSaidSo() throws Exception {
        server.stop(0);

        Outcome outcome = stage.launch();

        assertThat(outcome.exit()).isEqualTo(70);
        assertThat(outcome.err()).contains("could not fetch").contains("Maybe there is no network");
        assertThat(Stage.names(stage.cache())).isEmpty();
    }

    @Test
    void withoutAnythingToFetchWithTheMessageNamesWhatIsMissing() throws Exception {
        stage.takeAway("curl", "wget");

        Outcome outcome = stage.launch();

        assertThat(outcome.exit()).isEqualTo(70);
        assertThat(outcome.err()).contains("neither curl nor wget");
        assertThat(Stage.names(stage.cache())).isEmpty();
    }

    @Test
    void aJdkThatIsTooOldIsRefused() throws Exception {
        offer(jdkIn("jdk-21", "21.0.4"));

        Outcome outcome = stage.launch();

        assertThat(outcome.exit()).isEqualTo(70);
        assertThat(outcome.err()).contains("holds no JDK 25 or newer");
        assertThat(Stage.names(stage.cache())).isEmpty();
    }

    @Test
    void aJdkForAnotherMachineIsRefused() throws Exception {
        Path tree = jdkIn("jdk-25", "25");
        Stage.script(tree.resolve("jdk-25/bin/java"), "exit 126\n");
        offer(tree);

        Outcome outcome = stage.launch();

        assertThat(outcome.exit()).isEqualTo(70);
        assertThat(outcome.err()).contains("does not run on this machine");
        assertThat(Stage.names(stage.cache())).isEmpty();
    }

    @Test
    void aCacheThatCannotBeMadeIsSaidSo() throws Exception {
        Path file = Files.writeString(stage.root().resolve("a file"), "not a folder");
        stage.set("RAMPLINE_CACHE", file.resolve("cache").toString());

        Outcome outcome = stage.launch();

        assertThat(outcome.exit()).isEqualTo(70);
        assertThat(outcome.err()).contains("cannot write to " + file).contains("RAMPLINE_CACHE");
    }

    private Path jdkIn(String name, String version) throws IOException {
        Path tree = Files.createTempDirectory(stage.root(), "tree");
        stage.jdk(tree.resolve(name), version);
        return tree;
    }

    private void offer(Path tree) throws Exception {
        Path file = stage.root().resolve("offered.tar.gz");
        Process tar = new ProcessBuilder("tar", "-czf", file.toString(), "-C", tree.toString(), ".")
                .inheritIO()
                .start();
        assertThat(tar.waitFor()).isZero();
        archive = Files.readAllBytes(file);
        stage.set("RAMPLINE_JDK_SHA256", sum(archive));
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        exchange.sendResponseHeaders(200, archive.length);
        try (OutputStream body = exchange.getResponseBody()) {
            if (cutShort || hang) {
                body.write(Arrays.copyOf(archive, archive.length / 2));
                body.flush();
                if (hang) {
                    released.await();
                }
            } else {
                body.write(archive);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String sum(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static String whereIs(String tool) {
        return Arrays.stream(System.getenv("PATH").split(":", -1))
                .map(place -> Path.of(place, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow()
                .toString();
    }
}
