package io.rampline.proving.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product as people start it, on executor processes of its own. */
class SparkRunTest {
    private static final String FUTURES = "300000";
    private static final Duration START_AND_SOME_WORK = Duration.ofSeconds(6);
    private static final int TICKS_OF_WORK = 20;
    private static final long PATIENCE_SECONDS = 400;
    private static final long PAUSE_NANOS = 20_000_000;

    @TempDir
    Path folder;

    @Test
    void aKilledExecutorChangesNoByteOfAnyFile() throws Exception {
        run(start("plain"));
        Process cluster = start("cluster", "--spark", "local-cluster[2,1,1024]");
        boolean killed = killAnExecutorAtWork(cluster);
        run(cluster);

        assertThat(killed).as("an executor was killed").isTrue();
        List<Path> files = files(folder.resolve("plain"));
        assertThat(files).hasSizeGreaterThan(3);
        for (Path file : files) {
            assertThat(folder.resolve("cluster").resolve(file.getFileName())).hasSameBinaryContentAs(file);
        }
        assertThat(folder.resolve("cluster.txt")).content().doesNotContain("WARN", "INFO", "Exception");
    }

    private static List<Path> files(Path of) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            return files.sorted().toList();
        }
    }

    private Process start(String out, String... more) throws IOException {
        Path spark = folder.resolve("spark");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xmx600m",
                "-Drampline.sweep=" + (Files.isDirectory(spark) ? spark : sparkHome(spark)).resolve("jars")));
        for (String opened : List.of("java.lang", "java.lang.invoke", "java.nio", "java.util", "sun.nio.ch")) {
            command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.rampline.desk.start.Rampline"));
        command.addAll(List.of("simulate", checkout().resolve("examples/tiny").toString()));
        command.addAll(List.of("--futures", FUTURES, "--precision", "0"));
        command.addAll(List.of("--out", folder.resolve(out).toString()));
        command.addAll(Arrays.asList(more));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(out + ".txt").toFile());
        builder.environment().put("SPARK_HOME", spark.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    private static Path checkout() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(at.resolve("examples"))) {
            at = Optional.ofNullable(at.getParent()).orElseThrow();
        }
        return at;
    }

    /** The jars that the module {@code sweep} was packaged with, as a Spark installation has them. */
    private static Path sparkHome(Path home) throws IOException {
        Path target = checkout().resolve("sweep/target");
        Path jars = Files.createDirectories(home.resolve("jars"));
        List<Path> all = new ArrayList<>();
        for (Path of : List.of(target, target.resolve("lib"))) {
            assertThat(of).as("maybe run ./mvnw package -pl sweep -am first").isDirectory();
            files(of).stream().filter(file -> file.toString().endsWith(".jar")).forEach(all::add);
        }
        assertThat(all).as("the jars of Spark in " + target).hasSizeGreaterThan(50);
        for (Path jar : all) {
            Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
        }
        return home;
    }

    /** Executors are children of the command; one is at work when a task has used so much of a processor. */
    private static boolean killAnExecutorAtWork(Process cluster) {
        while (cluster.isAlive()) {
            Optional<ProcessHandle> atWork =
                    cluster.descendants().filter(SparkRunTest::isAtWork).findFirst();
            if (atWork.isPresent()) {
                return atWork.get().destroyForcibly();
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return false;
    }

    /**
     * The system's list of a process' threads tells which of them carries out tasks. Where there is no such list the
     * processor time of the whole process has to do.
     */
    private static boolean isAtWork(ProcessHandle process) {
        Path threads = Path.of("/proc", Long.toString(process.pid()), "task");
        if (!Files.isDirectory(threads)) {
            return hasStartedAndWorked(process.info());
        }
        try (Stream<Path> all = Files.list(threads)) {
            return all.anyMatch(SparkRunTest::isTaskUnderWay);
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    private static boolean hasStartedAndWorked(ProcessHandle.Info process) {
        return process.commandLine().orElse("").contains("ExecutorBackend")
                && process.totalCpuDuration().orElse(Duration.ZERO).compareTo(START_AND_SOME_WORK) > 0;
    }

    /**
     * {@code stat} tells the name in brackets, then from the third field on numbers: user time in ticks is field 14.
     */
    private static boolean isTaskUnderWay(Path thread) {
        try {
            String stat = Files.readString(thread.resolve("stat"));
            String[] numbers = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return stat.contains("(Executor task l") && Long.parseLong(numbers[11]) >= TICKS_OF_WORK;
        } catch (IOException e) {
            return false;
        }
    }

    private void run(Process process) throws Exception {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError("still running after " + PATIENCE_SECONDS + " s");
        }
        assertThat(process.exitValue()).as(said()).isZero();
    }

    private String said() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : files(folder)) {
            if (file.toString().endsWith(".txt")) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
