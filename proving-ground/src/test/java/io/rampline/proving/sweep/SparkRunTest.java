package io.rampline.proving.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
    private static final Duration AT_WORK = Duration.ofSeconds(6);
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

    /** Executors are children of the command; one that has used so much of a processor is counting. */
    private static boolean killAnExecutorAtWork(Process cluster) {
        while (cluster.isAlive()) {
            Optional<ProcessHandle> atWork = cluster.descendants()
                    .filter(child -> child.info().arguments().stream()
                            .flatMap(Arrays::stream)
                            .anyMatch(argument -> argument.contains("ExecutorBackend")))
                    .filter(child -> child.info()
                                    .totalCpuDuration()
                                    .orElse(Duration.ZERO)
                                    .compareTo(AT_WORK)
                            > 0)
                    .findFirst();
            if (atWork.isPresent()) {
                return atWork.get().destroyForcibly();
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return false;
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
