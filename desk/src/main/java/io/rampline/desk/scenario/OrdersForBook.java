package io.rampline.desk.scenario;

import io.rampline.intake.Progress;
import io.rampline.intake.Reading;
import io.rampline.intake.ScenarioFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Orders that are to join a book, read as orders of the scenario that the book was made of, on the book's own day. Of a
 * scenario folder that is handed in, its orders and what was said in public count; everything else the book has
 * already.
 */
public final class OrdersForBook {
    /** The files that hold orders. */
    public static final Set<String> ORDER_FILES =
            Set.of("orders.csv", "orders.parquet", "order_counts.csv", "deliveries.csv");

    private static final String COMMITMENTS = "outturn/commitments.csv";
    private static final String SOURCES = "sources.csv";
    private static final String BASICS = "scenario.toml";

    private OrdersForBook() {}

    /**
     * What was read.
     *
     * @param differing files of the folder that are not as the book has them, and were not used
     */
    public record Read(Reading reading, List<String> differing) {
        public Read {
            differing = List.copyOf(differing);
        }
    }

    /**
     * Reads orders.
     *
     * @param files the scenario of the book, without orders: content by path
     * @param today day of the book
     * @param given a scenario folder, or a file of orders: .csv or .parquet
     */
    public static Read read(SortedMap<String, byte[]> files, LocalDate today, Path given, Progress progress)
            throws IOException {
        SortedMap<String, byte[]> own = new TreeMap<>(files);
        String basics = new String(own.getOrDefault(BASICS, new byte[0]), StandardCharsets.UTF_8);
        own.put(
                BASICS,
                basics.replaceAll("(?m)^as_of\\s*=.*$", "as_of = " + today).getBytes(StandardCharsets.UTF_8));
        List<String> differing = new ArrayList<>();
        Map<String, Path> taken = new TreeMap<>();
        if (Files.isDirectory(given)) {
            choose(given, files, taken, differing);
        } else {
            taken.put(given.toString().endsWith(".parquet") ? "orders.parquet" : "orders.csv", given);
        }
        own.keySet().removeAll(taken.keySet());
        if (taken.containsKey(COMMITMENTS)) {
            own.keySet().removeIf(path -> path.startsWith("outturn/"));
        }
        return LaidOut.with(own, folder -> {
            for (var file : taken.entrySet()) {
                Path place = folder.resolve(file.getKey());
                Files.createDirectories(place.getParent());
                Files.createSymbolicLink(place, file.getValue().toAbsolutePath());
            }
            return new Read(ScenarioFolder.read(folder, progress), differing);
        });
    }

    private static void choose(
            Path given, SortedMap<String, byte[]> files, Map<String, Path> taken, List<String> differing)
            throws IOException {
        boolean saysSomething = Files.isRegularFile(given.resolve(COMMITMENTS));
        for (String name : ScenarioFolder.FILES) {
            Path file = given.resolve(name);
            if (!Files.isRegularFile(file)) {
                continue;
            }
            if (ORDER_FILES.contains(name) || (saysSomething && (name.equals(COMMITMENTS) || name.equals(SOURCES)))) {
                taken.put(name, file);
            } else if (!Arrays.equals(files.get(name), Files.readAllBytes(file))) {
                differing.add(name);
            }
        }
        if (taken.isEmpty()) {
            throw new IOException("found no orders in " + given.getFileName()
                    + ", expected orders.csv, orders.parquet or order_counts.csv");
        }
    }
}
