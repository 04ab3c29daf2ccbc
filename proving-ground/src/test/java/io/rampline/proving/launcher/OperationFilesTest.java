package io.rampline.proving.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The unit of systemd, the container file and its health check say and do what docs/operating tells of them. */
class OperationFilesTest {
    private static final Path PACKAGING = Stage.projectRoot().resolve("packaging");

    private static int ready(int port) throws IOException, InterruptedException {
        return new ProcessBuilder(PACKAGING.resolve("container/ready").toString(), String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static int statusOfReadyz(int status) throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/readyz", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            return ready(server.getAddress().getPort());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void theHealthCheckIsContentWithADeskThatTakesOrdersAlone() throws Exception {
        assertThat(statusOfReadyz(200)).isZero();
        assertThat(statusOfReadyz(503)).isNotZero();
    }

    @Test
    void theHealthCheckWaitsForNobodyForLong() throws Exception {
        ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        try (silent) {
            assertThat(ready(silent.getLocalPort())).isNotZero();
        }
        assertThat(ready(silent.getLocalPort())).isNotZero();
    }

    @Test
    void theServiceRunsAsAUserOfItsOwnAndEndsInOrder() throws IOException {
        List<String> unit = Files.readAllLines(PACKAGING.resolve("systemd/rampline.service"));

        assertThat(unit)
                .contains(
                        "User=rampline",
                        "NoNewPrivileges=yes",
                        "ProtectSystem=strict",
                        "CapabilityBoundingSet=",
                        "KillMode=mixed",
                        "SuccessExitStatus=143")
                .anyMatch(line -> line.startsWith("ExecStart=/opt/rampline/rampline serve "))
                .noneMatch(line -> line.startsWith("MemoryDenyWriteExecute"));
    }

    @Test
    void theContainerRunsAsAUserOfItsOwnAndOnlyWithALogin() throws IOException {
        List<String> file = Files.readAllLines(PACKAGING.resolve("container/Containerfile"));

        assertThat(file.indexOf("USER rampline")).isGreaterThan(0).isLessThan(lineOf(file, "RUN ./rampline"));
        assertThat(file).noneMatch(line -> line.startsWith("USER root"));
        assertThat(file.get(lineOf(file, "CMD "))).contains("\"serve\"", "\"--login\"");
        assertThat(file.get(lineOf(file, "HEALTHCHECK "))).contains("/opt/rampline/packaging/container/ready");
    }

    private static int lineOf(List<String> file, String begin) {
        for (int line = 0; line < file.size(); line++) {
            if (file.get(line).startsWith(begin)) {
                return line;
            }
        }
        throw new AssertionError("no line begins with " + begin);
    }
}
