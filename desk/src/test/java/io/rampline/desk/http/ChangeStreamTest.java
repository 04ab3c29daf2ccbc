package io.rampline.desk.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rampline.desk.access.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The stream of changes. */
class ChangeStreamTest {
    private static final String CITY = "{\"model\":\"City\",\"trim\":\"Base\"}";

    /** Somebody who listens, on a plain socket. */
    private static final class Listening implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader reader;

        Listening(OpenDesk desk, String more) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), desk.port());
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write(("GET /api/v1/changes HTTP/1.1\r\nHost: 127.0.0.1:" + desk.port()
                                    + "\r\nAccept: text/event-stream\r\nAuthorization: Bearer "
                                    + desk.secret(Role.PLANNER, "planner") + "\r\n" + more + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String line = reader.readLine();
            assertThat(line).startsWith("HTTP/1.1 200");
        }

        List<JsonNode> events(int count) {
            try {
                List<JsonNode> events = new ArrayList<>();
                String id = "";
                while (events.size() < count) {
                    String line = reader.readLine();
                    if (line == null) {
                        return events;
                    }
                    if (line.startsWith("id: ")) {
                        id = line.substring(4);
                    }
                    if (line.startsWith("data: ")) {
                        JsonNode event = new ObjectMapper().readTree(line.substring(6));
                        assertThat(event.path("position").asText()).isEqualTo(id);
                        List<String> flaws = new ArrayList<>();
                        Description.check(Description.ROOT.at("/components/schemas/Entry"), event, "$", flaws);
                        assertThat(flaws).isEmpty();
                        events.add(event);
                    }
                }
                return events;
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void everyEntryComesOnceAndInOrderFromThePositionLastSeen() throws IOException {
        try (OpenDesk desk = OpenDesk.tiny();
                Listening listening = new Listening(desk, "Last-Event-ID: 8\r\n")) {
            OpenDesk.Asking shop = desk.as(Role.SALES);
            shop.put("/api/v1/orders/N-1", CITY);
            shop.delete("/api/v1/orders/N-1");
            List<JsonNode> events = listening.events(4);

            assertThat(events)
                    .extracting(event -> event.path("position").asInt())
                    .containsExactly(9, 10, 11, 12);
            assertThat(events)
                    .extracting(event -> event.path("kind").asText())
                    .containsExactly("taken_over", "taken_over", "booked", "cancelled");
            assertThat(events.get(2).path("actor").asText()).isEqualTo("sales:sales");
        }
    }

    @Test
    void whoSaysNoPositionHearsWhatComesFromNowOn() throws IOException {
        try (OpenDesk desk = OpenDesk.tiny();
                Listening listening = new Listening(desk, "")) {
            desk.as(Role.SALES).put("/api/v1/orders/N-1", CITY);

            assertThat(listening.events(1).getFirst().path("order_id").asText()).isEqualTo("N-1");
        }
    }

    @Test
    void whoAsksForTheHeadAloneKeepsNoPlace() throws IOException {
        try (OpenDesk desk = OpenDesk.tiny()) {
            for (int i = 0; i < 65; i++) {
                assertThat(desk.as(Role.PLANNER)
                                .ask("HEAD", "/api/v1/changes", null)
                                .status())
                        .isEqualTo(200);
            }
            new Listening(desk, "").close();
        }
    }

    @Test
    void aStreamEndsWhenTheDeskCloses() throws IOException {
        OpenDesk desk = OpenDesk.tiny();
        try (Listening listening = new Listening(desk, "")) {
            desk.close();

            assertThat(listening.events(1)).isEmpty();
        }
    }
}
