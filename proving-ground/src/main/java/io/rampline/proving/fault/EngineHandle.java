package io.rampline.proving.fault;

import io.rampline.orderbook.server.Credentials;
import io.rampline.proving.world.Violation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A running {@link EngineProcess}, seen from outside. */
final class EngineHandle implements AutoCloseable {
    private static final int WORDS = 5;

    private final Process process;
    private final int port;
    private final String jdbcUrl;
    private final Credentials owner;

    private EngineHandle(Process process, String[] told) {
        this.process = process;
        this.port = Integer.parseInt(told[1]);
        this.jdbcUrl = told[2];
        this.owner = new Credentials(told[3], told[4]);
    }

    private static ProcessBuilder command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                EngineProcess.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    /** Starts one and kills it some milliseconds later, wherever it is by then. */
    static void startAndKill(long afterMillis, String... arguments) {
        try {
            Process process = command(arguments)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.waitFor(afterMillis, TimeUnit.MILLISECONDS);
            process.destroyForcibly();
            process.onExit().join();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts one and waits until it serves. */
    static EngineHandle start(String... arguments) {
        try {
            Process process = command(arguments).start();
            BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
            StringBuilder all = new StringBuilder();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith(EngineProcess.READY)) {
                    String[] told = line.split(" ", WORDS);
                    return new EngineHandle(process, told);
                }
                all.append(line).append('\n');
            }
            throw new Violation("found an application that does not start:\n" + all);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    int port() {
        return port;
    }

    String jdbcUrl() {
        return jdbcUrl;
    }

    Credentials owner() {
        return owner;
    }

    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Sends a signal, {@code STOP} or {@code CONT}. */
    void signal(String name) {
        Signals.send(process.pid(), name);
    }

    /** Lets it end in good order. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                kill();
            }
        } catch (IOException alreadyGone) {
            kill();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            kill();
        }
    }
}
