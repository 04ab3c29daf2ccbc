package io.rampline.desk.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** What is sent back. */
sealed interface Reply {
    String JSON = "application/json";
    String PROBLEM = "application/problem+json";
    String YAML = "application/yaml";
    String EVENTS = "text/event-stream";
    String METRICS = "text/plain; version=0.0.4; charset=utf-8";

    int OK = 200;
    int CREATED = 201;
    int ACCEPTED = 202;
    int NO_CONTENT = 204;
    int NOT_MODIFIED = 304;

    int status();

    String type();

    record HeaderLine(Head head, String value) {}

    /** All at once. */
    final class Whole implements Reply {
        private final int status;
        private final String type;
        private final byte[] body;
        private final List<HeaderLine> headers;

        Whole(int status, String type, byte[] body) {
            this(status, type, body, List.of());
        }

        private Whole(int status, String type, byte[] body, List<HeaderLine> headers) {
            this.status = status;
            this.type = type;
            this.body = body;
            this.headers = headers;
        }

        @Override
        public int status() {
            return status;
        }

        @Override
        public String type() {
            return type;
        }

        /** The bytes themselves, not a copy. */
        byte[] body() {
            return body;
        }

        List<HeaderLine> headers() {
            return headers;
        }

        Whole with(Head head, String value) {
            List<HeaderLine> more = new ArrayList<>(headers);
            more.add(new HeaderLine(head, value));
            return new Whole(status, type, body, more);
        }
    }

    /**
     * Bit by bit, until either side has enough.
     *
     * @param over done once when it has ended, also when nothing of it was written
     */
    record Stream(String type, Course course, Runnable over) implements Reply {
        @Override
        public int status() {
            return OK;
        }
    }

    /** Writes a stream. */
    @FunctionalInterface
    interface Course {
        void write(OutputStream out) throws IOException;
    }

    static Whole ok(Json.Part content) {
        return new Whole(OK, JSON, Json.object(content));
    }

    static Whole empty(int status) {
        return new Whole(status, JSON, new byte[0]);
    }
}
