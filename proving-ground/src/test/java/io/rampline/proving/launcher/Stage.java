package io.rampline.proving.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A machine on which nothing is installed but what a test puts there: a checkout with the real launcher and a stub
 * Maven, a home, and a PATH of a few plain tools. A path with a blank in it throughout.
 */
final class Stage {
    private static final List<String> TOOLS = List.of(
            "awk",
            "cat",
            "chmod",
            "cp",
            "cut",
            "date",
            "dirname",
            "env",
            "find",
            "flock",
            "grep",
            "gzip",
            "head",
            "ls",
            "mkdir",
            "mktemp",
            "mv",
            "perl",
            "readlink",
            "rm",
            "sed",
            "sh",
            "sleep",
            "sort",
            "tail",
            "tar",
            "touch",
            "tr",
            "uname",
            "sha256sum",
            "shasum",
            "curl",
            "unzip");

    private static final long PATIENCE_SECONDS = 60;
    private static final long PAUSE_NANOS = 5_000_000;

    private final Path root;
    private final Map<String, String> environment = new TreeMap<>();

    Stage(Path folder) throws IOException {
        root = folder.resolve("a machine");
        for (String name : List.of("bin", "home", "cache", "system jdks", "elsewhere")) {
            Files.createDirectories(root.resolve(name));
        }
        for (String tool : TOOLS) {
            link(tool);
        }
        environment.put("PATH", root.resolve("bin").toString());
        environment.put("HOME", home().toString());
        environment.put("RAMPLINE_CACHE", cache().toString());
        environment.put("RAMPLINE_JVM_FOLDERS", root.resolve("system jdks").toString());
        environment.put(
                "RAMPLINE_JAVA_HOME_TOOL", root.resolve("no java_home here").toString());
        layOutCheckout();
    }

    Path root() {
        return root;
    }

    Path home() {
        return root.resolve("home");
    }

    Path cache() {
        return root.resolve("cache");
    }

    Path checkout() {
        return root.resolve("check out");
    }

    Path systemJdks() {
        return root.resolve("system jdks");
    }

    Path source() {
        return checkout().resolve("desk/src/main/java/Rampline.java");
    }

    void set(String name, String value) {
        environment.put(name, value);
    }

    void unset(String name) {
        environment.remove(name);
    }

    void takeAway(String... tools) throws IOException {
        for (String tool : tools) {
            Files.deleteIfExists(root.resolve("bin").resolve(tool));
        }
    }

    /** Puts a tool of this machine on the PATH, where this machine has it. */
    void link(String tool) throws IOException {
        for (String folder : System.getenv("PATH").split(":", -1)) {
            Path found = Path.of(folder, tool);
            if (Files.isExecutable(found)) {
                script(root.resolve("bin").resolve(tool), "exec '" + found.toAbsolutePath() + "' \"$@\"\n");
                return;
            }
        }
    }

    /** What the stub Maven was asked, one line a call. */
    List<String> mavenCalls() throws IOException {
        Path calls = checkout().resolve("maven-calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    /** A JDK that prints how it was started. */
    Path jdk(Path place, String version) throws IOException {
        Files.createDirectories(place.resolve("bin"));
        Files.writeString(place.resolve("release"), "IMPLEMENTOR=\"Stub\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(place.resolve("bin/java"), """
                if [ "$1" = -version ]; then echo 'openjdk version "%s"' >&2; exit 0; fi
                for argument; do
                    case $argument in
                        -XX:AOTMode=create) create=yes ;;
                        -XX:AOTCache=*) [ -z "${create-}" ] || { echo ready >"${argument#*=}"; exit 0; } ;;
                    esac
                done
                echo "java: $0"
                echo "folder: $(pwd)"
                for argument; do echo "argument: <$argument>"; done
                exit "${STUB_EXIT-0}"
                """.formatted(version));
        script(place.resolve("bin/javac"), "exit 0\n");
        return place;
    }

    static void script(Path place, String body) throws IOException {
        Files.createDirectories(place.getParent());
        Files.writeString(place, "#!/bin/sh\n" + body);
        if (!place.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + place + " executable");
        }
    }

    Outcome launch(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(checkout().resolve("rampline").toString()));
        command.addAll(Arrays.asList(arguments));
        return run(command);
    }

    Outcome run(List<String> command) throws IOException, InterruptedException {
        return await(start(command));
    }

    Running start(List<String> command) throws IOException {
        Path out = Files.createTempFile(root, "out", ".txt");
        Path err = Files.createTempFile(root, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(root.resolve("elsewhere").toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new Running(builder.start(), out, err);
    }

    static Outcome await(Running running) throws IOException, InterruptedException {
        if (!running.process().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            running.killAll();
            throw new AssertionError("still running after " + PATIENCE_SECONDS + " s; so far it said: "
                    + Files.readString(running.out()) + Files.readString(running.err()));
        }
        return new Outcome(
                running.process().exitValue(), Files.readString(running.out()), Files.readString(running.err()));
    }

    /** The names in a folder, sorted. */
    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void layOutCheckout() throws IOException {
        Path checkout = checkout();
        Files.createDirectories(source().getParent());
        Files.createDirectories(checkout.resolve(".mvn"));
        Files.writeString(checkout.resolve("pom.xml"), "<project/>");
        Files.writeString(checkout.resolve("desk/pom.xml"), "<project/>");
        Files.writeString(source(), "class Rampline {}");
        Files.copy(realLauncher(), checkout.resolve("rampline"), StandardCopyOption.COPY_ATTRIBUTES);
        script(checkout.resolve(".ci/reproducible"), "exit 0\n");
        // An archive of nothing but a launcher that starts the JDK it is told.
        script(checkout.resolve("packaging/pack"), """
                cd "$3" 2>/dev/null || { mkdir -p "$3" && cd "$3"; } || exit 9
                mkdir rampline-0.1
                printf '#!/bin/sh\\nexec "$RAMPLINE_JAVA_HOME/bin/java" "$@"\\n' >rampline-0.1/rampline
                chmod +x rampline-0.1/rampline
                tar -czf rampline-0.1.tar.gz rampline-0.1
                """);
        script(checkout.resolve("mvnw"), """
                cd "${0%/*}" || exit 9
                echo "$* JAVA_HOME=$JAVA_HOME MVNW_REPOURL=${MVNW_REPOURL-}" >>maven-calls
                while [ -e wait-here ]; do sleep 0.02; done
                [ ! -e fail ] || { echo '[ERROR] cannot find symbol: class Promise'; exit 1; }
                mkdir -p desk/target/lib proving-ground/target/lib
                echo jar >desk/target/desk-0.1.jar
                echo jar >desk/target/lib/picocli.jar
                echo jar >proving-ground/target/proving-ground-0.1.jar
                for library in desk-0.1 picocli jmh; do echo jar >proving-ground/target/lib/$library.jar; done
                [ ! -e after ] || . ./after
                """);
    }

    private static Path realLauncher() {
        return projectRoot().resolve("rampline");
    }

    /** The checkout that the tests themselves run in. */
    static Path projectRoot() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isExecutable(folder.resolve("rampline"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("no folder above this one holds the launcher");
        }
        return folder;
    }

    /** A launcher that was started and may still run. */
    record Running(Process process, Path out, Path err) {
        /** Ends it and all that it started, at once and without a word. */
        void killAll() throws InterruptedException {
            List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                    .toList();
            all.forEach(ProcessHandle::destroyForcibly);
            process.waitFor();
            all.forEach(handle -> handle.onExit().join());
        }

        /** Waits until it has said the words on its error stream. */
        void awaitWords(String words) throws IOException {
            awaitIn(err, words);
        }

        static void awaitIn(Path file, String words) throws IOException {
            long giveUpAt = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (!(Files.exists(file) && Files.readString(file).contains(words))) {
                if (System.nanoTime() > giveUpAt) {
                    throw new AssertionError(file + " never said: " + words);
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /** How a start of the launcher ended. */
    record Outcome(int exit, String out, String err) {
        String all() {
            return out + err;
        }
    }
}
