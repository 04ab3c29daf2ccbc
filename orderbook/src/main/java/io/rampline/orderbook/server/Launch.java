package io.rampline.orderbook.server;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * How the programs of the database are run. They refuse to run as root; root therefore runs them in a user namespace of
 * their own, where they are nobody but still own what root owns.
 *
 * @param prefix words before the program
 */
record Launch(List<String> prefix) {
    private static final Duration PROBE_PATIENCE = Duration.ofSeconds(20);

    /**
     * What a program said and how it ended.
     *
     * @param code 0 when it did its work
     * @param said its output and its complaints, mixed as they came
     */
    record Outcome(int code, String said) {}

    static Launch forThisUser() {
        return forUser(new UnixSystem().getUid(), List.of("unshare", "-U"));
    }

    /**
     * @param uid number of the user, 0 for root
     * @param namespace words that start a program in a user namespace
     */
    static Launch forUser(long uid, List<String> namespace) {
        if (uid != 0) {
            return new Launch(List.of());
        }
        Launch launch = new Launch(namespace);
        String why;
        try {
            Outcome probe = launch.run(Path.of("/"), PROBE_PATIENCE, List.of("true"));
            if (probe.code() == 0) {
                return launch;
            }
            why = probe.said().strip();
        } catch (IOException missing) {
            why = Trouble.reason(missing);
        }
        throw new DatabaseUnavailable(
                "the database does not run as root, and this machine does not let root step down (`"
                        + String.join(" ", namespace)
                        + " true`: " + why
                        + "). Maybe start Rampline as an ordinary user who owns the data folder, or name a PostgreSQL of your own with --database URL.");
    }

    /**
     * Runs a program of the database to its end.
     *
     * @throws DatabaseUnavailable when it takes longer than the patience; it is stopped then
     */
    Outcome run(Path workingFolder, Duration patience, List<String> words) throws IOException {
        return run(workingFolder, patience, words, waited -> {});
    }

    /** @param meanwhile hears each second how long it takes already, in whole seconds */
    Outcome run(Path workingFolder, Duration patience, List<String> words, Consumer<Duration> meanwhile)
            throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(words);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(workingFolder.toFile()).redirectErrorStream(true);
        settle(builder.environment());
        Process process = builder.start();
        process.getOutputStream().close();
        StringBuilder said = new StringBuilder();
        Thread listener = Thread.ofVirtual().start(() -> said.append(Launch.listen(process)));
        try {
            for (long seconds = 1; !process.waitFor(1, TimeUnit.SECONDS); seconds++) {
                if (seconds >= patience.toSeconds()) {
                    process.destroyForcibly();
                    throw new DatabaseUnavailable("`" + String.join(" ", command) + "` did not end within " + seconds
                            + " s. Maybe the machine is overloaded: try again.");
                }
                meanwhile.accept(Duration.ofSeconds(seconds));
            }
            listener.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new DatabaseUnavailable("interrupted while waiting for " + words.getFirst(), interrupted);
        }
        return new Outcome(process.exitValue(), said.toString());
    }

    private static String listen(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException cut) {
            return "(its output is lost: " + Trouble.reason(cut) + ")";
        }
    }

    /**
     * What a user has set for databases of their own is not meant for this one; messages are to be understood by us.
     */
    private static void settle(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("PG"));
        environment.keySet().removeIf(name -> name.startsWith("LC_"));
        environment.put("LC_ALL", "C");
    }
}
