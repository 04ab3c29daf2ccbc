package io.rampline.desk.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * The files of the pages, as the bundler made them. A name carries the fingerprint of its content, so a browser may
 * keep each for good. They are packed once, when the desk opens.
 */
public final class Assets {
    /** Scripts and styles may come from here alone, and nothing is written into the page itself. */
    public static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** For files whose names change with their content. */
    public static final String KEPT = "public, max-age=31536000, immutable";

    private static final String FOLDER = "/io/rampline/web/";
    private static final String MADE = "made.json";

    private final Map<String, Asset> files;
    private final Map<String, String> entries;

    /** A file, plain and packed; the arrays are those of this file and not to be changed. */
    public static final class Asset {
        private final byte[] plain;
        private final byte[] packed;

        private Asset(byte[] plain) {
            this.plain = plain;
            this.packed = zipped(plain);
        }

        public byte[] plain() {
            return plain;
        }

        /** By gzip. */
        public byte[] packed() {
            return packed;
        }
    }

    private Assets(Map<String, Asset> files, Map<String, String> entries) {
        this.files = files;
        this.entries = entries;
    }

    /**
     * The files in the jar of the pages.
     *
     * @throws IllegalStateException when they are not on the class path
     */
    public static Assets load() {
        JsonNode outputs;
        try {
            outputs = new ObjectMapper().readTree(bytes(MADE)).path("outputs");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Map<String, Asset> files = new TreeMap<>();
        Map<String, String> entries = new TreeMap<>();
        outputs.properties().forEach(output -> {
            String name = output.getKey().substring(output.getKey().lastIndexOf('/') + 1);
            files.put(name, new Asset(bytes(name)));
            if (output.getValue().has("entryPoint")) {
                entries.put(output.getValue().get("entryPoint").asText(), name);
            }
        });
        return new Assets(files, entries);
    }

    private static byte[] bytes(String name) {
        try (InputStream file = Assets.class.getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                throw new IllegalStateException("found no " + FOLDER + name
                        + " on the class path, expected it in the jar of the pages. Maybe build the module web");
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] zipped(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 2);
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException("bytes in memory cannot fail", impossible);
        }
        return packed.toByteArray();
    }

    /** The file of a name, fingerprint and all. */
    public Optional<Asset> find(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /** Every file's name. */
    public Iterable<String> names() {
        return files.keySet();
    }

    /**
     * The name of the file that was made of a source.
     *
     * @param source {@code app.ts}
     */
    public String madeOf(String source) {
        String name = entries.get(source);
        if (name == null) {
            throw new IllegalStateException(
                    "found nothing made of " + source + ", expected one of " + entries.keySet());
        }
        return name;
    }
}
