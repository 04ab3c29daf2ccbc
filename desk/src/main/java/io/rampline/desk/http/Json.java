package io.rampline.desk.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON in and out, with its limits. */
final class Json {
    /** Nothing that is asked here needs more than four. */
    static final int DEPTH_MAX = 16;

    /** The longest text is a reason of 200 characters. */
    static final int TEXT_LENGTH_MAX = 1_000;

    private static final int NAME_LENGTH_MAX = 100;
    private static final int NUMBER_LENGTH_MAX = 40;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH_MAX)
                    .maxStringLength(TEXT_LENGTH_MAX)
                    .maxNameLength(NAME_LENGTH_MAX)
                    .maxNumberLength(NUMBER_LENGTH_MAX)
                    .build())
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private static final ObjectMapper TREES = new ObjectMapper(FACTORY)
            .enable(
                    DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {}

    /** Part of a document. */
    @FunctionalInterface
    interface Part {
        void write(JsonGenerator json) throws IOException;
    }

    /** An object with that content, as UTF-8. */
    static byte[] object(Part content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            content.write(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("bytes in memory cannot fail", impossible);
        }
        return bytes.toByteArray();
    }

    static JsonParser parser(byte[] body) throws IOException {
        return FACTORY.createParser(body);
    }

    /** The body as a tree; a problem when it is no JSON. */
    static JsonNode tree(byte[] body) {
        try {
            JsonNode tree = TREES.readTree(body);
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (JsonProcessingException broken) {
            throw broken(broken);
        } catch (IOException impossible) {
            throw new UncheckedIOException("bytes in memory cannot fail", impossible);
        }
    }

    static Problem broken(JsonProcessingException broken) {
        int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
        int column = broken.getLocation() == null ? 1 : broken.getLocation().getColumnNr();
        return new Problem(
                        ProblemType.MALFORMED_BODY,
                        "found no sound JSON at line " + line + ", column " + column
                                + ", expected one object of at most "
                                + DEPTH_MAX + " levels, each name once, texts of at most " + TEXT_LENGTH_MAX
                                + " characters")
                .with("line", line)
                .with("column", column);
    }
}
