package io.rampline.orderbook.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own that starts the server of a folder and holds it until it is killed or its input ends. */
final class AnotherJvm implements AutoCloseable {
    private static final String READY = "ready ";
    private static final String REFUSED = "refused ";

    private final Process process;
    private final BufferedReader output;

    private AnotherJvm(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * @param folder as a Java string literal would write it: the command line of a process may not carry all letters
     */
    static AnotherJvm start(Path folder, String... below) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                AnotherJvm.class.getName(),
                folder.toString()));
        command.addAll(List.of(below));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        return new AnotherJvm(builder.start());
    }

    /** Number of the server's process, once it is ready. */
    long serverPid() throws IOException {
        String told = verdict();
        assertThat(told).startsWith(READY);
        return Long.parseLong(told.substring(READY.length()));
    }

    /** The line that says how the start ended. */
    String verdict() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(READY) || line.startsWith(REFUSED)) {
                return line;
            }
            all.append(line).append('\n');
        }
        throw new AssertionError("the other JVM ended without a word on its start:\n" + all);
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    /** Lets it stop its server and end. */
    @Override
    public void close() throws IOException {
        if (process.isAlive()) {
            process.getOutputStream().close();
            process.onExit().join();
        }
    }

    /** Starts, tells, and stops when its input ends. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        for (int i = 1; i < arguments.length; i++) {
            folder = folder.resolve(arguments[i].translateEscapes());
        }
        try (RunningServer server = EmbeddedPostgres.start(folder, news -> {})) {
            System.out.println(READY + server.pid());
            while (System.in.read() >= 0) {
                // Nothing is said to this JVM but the end.
            }
        } catch (DatabaseUnavailable refused) {
            System.out.println(REFUSED + refused.getMessage().replace('\n', ' '));
        }
    }
}
