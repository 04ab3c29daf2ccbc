package io.rampline.orderbook.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The process at the head of a server, as its {@code postmaster.pid} names it. The number alone proves nothing: it may
 * be used again by another program, or belong to a process that has ended but that nobody has asked about yet (in
 * containers, often for long). So the process itself is looked at.
 *
 * @param pid number of the process
 * @param port on which it listens; 0 while it has not said so
 * @param ready whether it takes connections
 */
record Postmaster(long pid, int port, boolean ready) {
    private static final String FILE = "postmaster.pid";
    private static final Path PROCESSES = Path.of("/proc");

    /** Empty when no server has, or had, the data open. */
    static Optional<Postmaster> namedIn(Path cluster) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(cluster.resolve(FILE));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
        long pid = number(lines, 0);
        if (pid <= 0) {
            return Optional.empty();
        }
        boolean ready = lines.size() > 7 && lines.get(7).strip().equals("ready");
        return Optional.of(new Postmaster(pid, (int) number(lines, 3), ready));
    }

    private static long number(List<String> lines, int line) {
        try {
            return lines.size() > line ? Long.parseLong(lines.get(line).strip()) : 0;
        } catch (NumberFormatException unfinished) {
            return 0;
        }
    }

    /** Whether the process lives, is a PostgreSQL and, where the system tells, works in this folder. */
    boolean serves(Path cluster) {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        if (process.isEmpty() || !lives(pid)) {
            return false;
        }
        Optional<Path> place = workingFolder(pid);
        if (place.isPresent()) {
            return place.get().equals(cluster);
        }
        // Where neither folder nor name can be learned, it is safer to believe the file.
        return name(process.get()).map(name -> name.startsWith("postgres")).orElse(true);
    }

    /**
     * Takes away what a dead server left, so that the next one can start. The server itself would do so, but not when
     * its number is that of another process now.
     *
     * @return false when parts of the old server still work in the folder: then it is too early
     */
    static boolean clearAwayAfterDeath(Path cluster) throws IOException {
        if (!Files.isDirectory(PROCESSES.resolve("self"))) {
            Files.deleteIfExists(cluster.resolve(FILE));
            return true;
        }
        try (Stream<Path> processes = Files.list(PROCESSES)) {
            boolean remains = processes
                    .map(entry -> entry.getFileName().toString())
                    .filter(name -> Character.isDigit(name.charAt(0)))
                    .mapToLong(Long::parseLong)
                    .anyMatch(other ->
                            workingFolder(other).filter(cluster::equals).isPresent() && !hasEnded(other));
            if (!remains) {
                Files.deleteIfExists(cluster.resolve(FILE));
            }
            return !remains;
        }
    }

    private static Optional<String> name(ProcessHandle process) {
        Path named = PROCESSES.resolve(Long.toString(process.pid())).resolve("comm");
        try {
            return Optional.of(Files.readString(named).strip());
        } catch (IOException elsewhere) {
            return process.info().command().map(path -> path.substring(path.lastIndexOf('/') + 1));
        }
    }

    private static Optional<Path> workingFolder(long pid) {
        try {
            return Optional.of(
                    Files.readSymbolicLink(PROCESSES.resolve(Long.toString(pid)).resolve("cwd")));
        } catch (IOException | UnsupportedOperationException untold) {
            return Optional.empty();
        }
    }

    static boolean lives(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent() && !hasEnded(pid);
    }

    /** A process that has ended stays in the table until its parent asks; it then has no memory and no files. */
    private static boolean hasEnded(long pid) {
        try {
            String stat = Files.readString(PROCESSES.resolve(Long.toString(pid)).resolve("stat"));
            int state = stat.lastIndexOf(')') + 2;
            return state < stat.length() && (stat.charAt(state) == 'Z' || stat.charAt(state) == 'X');
        } catch (IOException untold) {
            return false;
        }
    }
}
