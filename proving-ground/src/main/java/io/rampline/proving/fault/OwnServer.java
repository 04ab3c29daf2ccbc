package io.rampline.proving.fault;

import io.rampline.orderbook.server.Credentials;
import io.rampline.orderbook.server.EmbeddedPostgres;
import io.rampline.orderbook.server.RunningServer;
import io.rampline.proving.world.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The server of a data folder, started with the product's own words; or with all but the one that forbids to switch
 * fsync off.
 */
final class OwnServer {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final long PAUSE_NANOS = 50_000_000;
    private static final int TRIES_MOST = 1_200;

    private final Path data;
    private final List<String> words;
    private final String jdbcUrl;
    private final Credentials owner;
    private final boolean asRoot;
    private List<ProcessHandle> processes = List.of();

    private OwnServer(Path data, List<String> words, String jdbcUrl, Credentials owner) throws IOException {
        this.data = data;
        this.words = words;
        this.jdbcUrl = jdbcUrl;
        this.owner = owner;
        this.asRoot = "root".equals(Files.getOwner(data).getName());
    }

    /** Has the product make the cluster, and takes over the words with which it starts the server. */
    static OwnServer of(Path data, boolean mayForget) throws IOException {
        RunningServer made = EmbeddedPostgres.start(data, news -> {});
        String jdbcUrl = made.jdbcUrl();
        Credentials owner = made.owner();
        made.stop();
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(Files.readString(data.resolve("postgres/postmaster.opts")));
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        int fsync = words.indexOf("fsync=on");
        if (fsync < 1) {
            throw new Violation("found a server started by " + words + ", expected it to be told fsync=on");
        }
        if (mayForget) {
            words.subList(fsync - 1, fsync + 1).clear();
        }
        return new OwnServer(data, words, jdbcUrl, owner);
    }

    String jdbcUrl() {
        return jdbcUrl;
    }

    Credentials owner() {
        return owner;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, owner.user(), owner.password());
    }

    /** Starts it and waits until it has recovered. */
    void start() throws IOException {
        List<String> command = new ArrayList<>(asRoot ? List.of("unshare", "-U") : List.of());
        command.addAll(words);
        Path log = data.resolveSibling("server.log");
        Files.deleteIfExists(data.resolve("postgres/postmaster.pid"));
        Process process = new ProcessBuilder(command)
                .directory(data.resolve("postgres").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        process.getOutputStream().close();
        for (int tries = 0; tries < TRIES_MOST; tries++) {
            try (Connection _ = connect()) {
                processes = List.of(process.toHandle());
                return;
            } catch (SQLException notYet) {
                if (!process.isAlive()) {
                    throw new IOException("the server did not start: " + Files.readString(log), notYet);
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        process.destroyForcibly();
        throw new IOException("the server did not come up: " + Files.readString(log));
    }

    /** Stops every process of it where it is. */
    void freeze() {
        processes = processes.stream()
                .flatMap(head -> Stream.concat(Stream.of(head), head.descendants()))
                .toList();
        processes.forEach(each -> Signals.send(each.pid(), "STOP"));
    }

    /** Ends every process of it and waits until they are gone. */
    void kill() {
        freeze();
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(each -> each.onExit().join());
        processes = List.of();
    }
}
