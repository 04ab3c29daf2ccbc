package io.rampline.factory.planted;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** One class for each thing that a pure module may not do. */
final class Impure {
    private Impure() {}

    static final class ReadsTheInstant {
        Instant answer() {
            return Instant.now();
        }
    }

    static final class ReadsTheDate {
        LocalDate answer() {
            return LocalDate.now(java.time.ZoneOffset.UTC);
        }
    }

    static final class ReadsMilliseconds {
        long answer() {
            return System.currentTimeMillis();
        }
    }

    static final class ReadsNanoseconds {
        long answer() {
            return System.nanoTime();
        }
    }

    static final class MakesRandom {
        Random answer() {
            return new Random();
        }
    }

    static final class DrawsRandom {
        double answer() {
            return Math.random();
        }
    }

    static final class DrawsNames {
        UUID answer() {
            return UUID.randomUUID();
        }
    }

    static final class MakesHashMap {
        Map<String, String> answer() {
            return new HashMap<>();
        }
    }

    static final class RefersToHashSet {
        Supplier<Set<String>> answer() {
            return HashSet::new;
        }
    }

    static final class MakesSetOfMany {
        Set<String> answer() {
            return Set.of("a", "b");
        }
    }

    static final class MakesSetOfAnArray {
        Set<String> answer(String... names) {
            return Set.of(names);
        }
    }

    static final class CopiesMap {
        Map<String, String> answer(Map<String, String> given) {
            return Map.copyOf(given);
        }
    }

    static final class GroupsByHash {
        Map<Integer, List<String>> answer(Collection<String> given) {
            return given.stream().collect(Collectors.groupingBy(String::length));
        }
    }

    static final class GoesParallel {
        long answer(Collection<String> given) {
            return given.parallelStream().count();
        }
    }

    static final class ReadsTheLocale {
        Locale answer() {
            return Locale.getDefault();
        }
    }

    static final class Prints {
        void answer() {
            System.out.println("found");
        }
    }

    static final class StartsThread {
        void answer() {
            Thread.ofVirtual().start(() -> {});
        }
    }

    static final class TouchesFile {
        boolean answer(Path path) {
            return Files.exists(path);
        }
    }

    static final class TouchesNetwork {
        Object answer() throws java.io.IOException {
            return new java.net.Socket();
        }
    }
}
