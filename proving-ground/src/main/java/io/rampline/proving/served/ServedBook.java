package io.rampline.proving.served;

import io.rampline.orderbook.server.Credentials;
import io.rampline.orderbook.server.RunningServer;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The product serving a book in a process of its own, as a user starts it; it can be killed and frozen. */
public final class ServedBook implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)");
    private static final Pattern SECRET = Pattern.compile("rmp_\\S+");
    private static final String PASSWORD = "RAMPLINE_DATABASE_PASSWORD";
    private static final String PROVING_GROUND = "io/rampline/proving/ProvingGround.class";
    private static final long CLOSE_SECONDS = 60;
    private static final int SAID_MOST = 200;

    private final Process process;
    private final InetSocketAddress address;

    private ServedBook(Process process, InetSocketAddress address) {
        this.process = process;
        this.address = address;
    }

    /**
     * Starts it on a database of its own and waits until it listens.
     *
     * @param scenario the book is made of, when there is none in {@code data}
     */
    public static ServedBook start(Path scenario, Path data, List<String> jvmOptions) throws IOException {
        return awaitListening(command(scenario, data, jvmOptions).start());
    }

    /** As {@link #start(Path, Path, List)}, where nobody comes in without a token. */
    public static ServedBook startWithLogin(Path scenario, Path data, List<String> jvmOptions) throws IOException {
        return awaitListening(command(jvmOptions, List.of(scenario.toString(), "--data", data.toString(), "--login"))
                .start());
    }

    /** The secret of a new token for a book that is served from a folder. */
    public static String token(Path data, String principal, String role) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                productClassPath(),
                "io.rampline.desk.start.Rampline",
                "token",
                "--make",
                principal,
                "--role",
                role,
                "--data",
                data.toString());
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher secret = SECRET.matcher(said);
        if (!secret.find()) {
            throw new IOException("no token was made: " + said);
        }
        return secret.group();
    }

    /** As {@link #start(Path, Path, List)}, on a database that somebody else runs. */
    public static ServedBook start(Path scenario, RunningServer server, List<String> jvmOptions) throws IOException {
        return start(scenario, server.jdbcUrl(), server.owner(), jvmOptions);
    }

    /** As {@link #start(Path, RunningServer, List)}, on a database at an address. */
    public static ServedBook start(Path scenario, String jdbcUrl, Credentials owner, List<String> jvmOptions)
            throws IOException {
        String place = jdbcUrl.replace("jdbc:postgresql://", "");
        ProcessBuilder builder = command(
                jvmOptions, List.of(scenario.toString(), "--database", "postgresql://" + owner.user() + "@" + place));
        builder.environment().put(PASSWORD, owner.password());
        return awaitListening(builder.start());
    }

    /** Starts it and kills it some milliseconds later, wherever it is by then. */
    public static void startAndKill(Path scenario, Path data, List<String> jvmOptions, long afterMillis)
            throws IOException {
        Process process = command(scenario, data, jvmOptions)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            process.waitFor(afterMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        process.onExit().join();
    }

    private static ProcessBuilder command(Path scenario, Path data, List<String> jvmOptions) {
        return command(jvmOptions, List.of(scenario.toString(), "--data", data.toString()));
    }

    private static ProcessBuilder command(List<String> jvmOptions, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", productClassPath(), "io.rampline.desk.start.Rampline", "serve"));
        command.addAll(arguments);
        command.addAll(List.of("--port", "0"));
        return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    }

    /** The class path without what is not shipped: a shared archive of classes takes jars alone. */
    private static String productClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Files.exists(Path.of(entry, PROVING_GROUND)) && !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static ServedBook awaitListening(Process process) throws IOException {
        BufferedReader says = process.errorReader(StandardCharsets.UTF_8);
        List<String> said = new ArrayList<>();
        for (String line = says.readLine(); line != null; line = says.readLine()) {
            if (said.size() < SAID_MOST) {
                said.add(line);
            }
            Matcher matcher = ADDRESS.matcher(line);
            if (matcher.find()) {
                Thread.ofVirtual().start(() -> listen(says));
                return new ServedBook(
                        process,
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(matcher.group(1))));
            }
        }
        throw new IOException("the server did not start: " + String.join("; ", said));
    }

    /** Somebody has to read what it says, lest it waits for that; what it says under load is no news here. */
    private static void listen(BufferedReader says) {
        try {
            for (String line = says.readLine(); line != null; line = says.readLine()) {
                if (line.startsWith("rampline: ") && !line.contains("closing")) {
                    System.err.println(line);
                }
            }
        } catch (IOException closed) {
            // The process has ended, and its stream with it.
        }
    }

    public InetSocketAddress address() {
        return address;
    }

    public int port() {
        return address.getPort();
    }

    /** Ends it as nothing can forbid, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** The number of its process. */
    public long pid() {
        return process.pid();
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
