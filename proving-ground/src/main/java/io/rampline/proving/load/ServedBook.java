package io.rampline.proving.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The product serving a book in a process of its own, as a user starts it. */
final class ServedBook implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)");
    private static final long CLOSE_SECONDS = 60;

    private final Process process;
    private final InetSocketAddress address;

    private ServedBook(Process process, InetSocketAddress address) {
        this.process = process;
        this.address = address;
    }

    /**
     * Starts it and waits until it listens.
     *
     * @param scenario the book is made of, when there is none in {@code data}
     */
    static ServedBook start(Path scenario, Path data, List<String> jvmOptions) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of("io.rampline.desk.start.Rampline", "serve", scenario.toString()));
        command.addAll(List.of("--data", data.toString(), "--port", "0"));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader says = process.errorReader(StandardCharsets.UTF_8);
        List<String> said = new ArrayList<>();
        for (String line = says.readLine(); line != null; line = says.readLine()) {
            said.add(line);
            Matcher matcher = ADDRESS.matcher(line);
            if (matcher.find()) {
                Thread.ofVirtual().start(() -> repeat(says));
                return new ServedBook(
                        process,
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(matcher.group(1))));
            }
        }
        throw new IOException("the server did not start: " + String.join("; ", said));
    }

    private static void repeat(BufferedReader says) {
        try {
            for (String line = says.readLine(); line != null; line = says.readLine()) {
                System.err.println(line);
            }
        } catch (IOException closed) {
            // The process has ended, and its stream with it.
        }
    }

    InetSocketAddress address() {
        return address;
    }

    /** Asks it to end and waits until it has. */
    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("the server did not end within " + CLOSE_SECONDS + " seconds");
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
