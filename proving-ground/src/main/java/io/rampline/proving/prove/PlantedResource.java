package io.rampline.proving.prove;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A resource in place of the product's own. It cannot just lie before it on the class path, because whoever reads a
 * folder of resources finds both; so the jar or folder that has it is copied.
 */
final class PlantedResource {
    private PlantedResource() {}

    /** The class path with a copy of the part that has the resource, and the content in it. */
    static String classPath(String classPath, String resource, String content, Path folder) throws IOException {
        List<String> parts = new ArrayList<>();
        for (String part : classPath.split(File.pathSeparator, -1)) {
            Path copy =
                    folder.resolve("part-" + parts.size() + "-" + Path.of(part).getFileName());
            parts.add(plant(Path.of(part), copy, resource, content) ? copy.toString() : part);
        }
        return String.join(File.pathSeparator, parts);
    }

    private static boolean plant(Path part, Path copy, String resource, String content) throws IOException {
        if (Files.isDirectory(part)) {
            if (!Files.exists(part.resolve(resource))) {
                return false;
            }
            copyAll(part, copy);
            Files.writeString(copy.resolve(resource), content);
            return true;
        }
        if (!Files.exists(part) || !part.toString().endsWith(".jar") || !has(part, resource)) {
            return false;
        }
        Files.copy(part, copy);
        try (FileSystem jar = FileSystems.newFileSystem(copy)) {
            Files.writeString(jar.getPath(resource), content);
        }
        return true;
    }

    private static boolean has(Path part, String resource) throws IOException {
        try (FileSystem jar = FileSystems.newFileSystem(part)) {
            return Files.exists(jar.getPath(resource));
        }
    }

    private static void copyAll(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }
}
