package io.rampline.proving.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.proving.served.ServedBook;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product as a user starts it: a process that serves, ends when asked, and goes on where it stopped. */
class ServedBookTest {
    private static final List<String> JVM = List.of("--enable-native-access=ALL-UNNAMED", "-Xmx512m");

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatWasAnsweredIsThereWhenTheProcessComesBack() throws Exception {
        Path scenario = folder.resolve("scenario");
        LaunchScenario.write(scenario);
        Path data = folder.resolve("data");
        String booked;
        try (ServedBook served = ServedBook.start(scenario, data, JVM)) {
            HttpResponse<String> answer = put(served, "A-1");
            assertThat(answer.statusCode()).isEqualTo(201);
            booked = get(served, "A-1");
            assertThat(booked).contains("\"delivery_week\"");
        }
        try (ServedBook served = ServedBook.start(scenario, data, JVM)) {
            assertThat(get(served, "A-1")).isEqualTo(booked);
            assertThat(put(served, "A-1").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void requestsSentAtFixedMomentsAreAllAnswered() throws IOException {
        Path scenario = folder.resolve("scenario");
        LaunchScenario.write(scenario);
        List<Integer> statuses = new ArrayList<>();
        OpenLoop.Requests bookings = new OpenLoop.Requests() {
            @Override
            public byte[] request(long number) {
                return LaunchScenario.booking(number);
            }

            @Override
            public void answered(long number, int status) {
                statuses.add(status);
            }
        };
        try (ServedBook served = ServedBook.start(scenario, folder.resolve("data"), JVM)) {
            OpenLoop loop = new OpenLoop(served.address(), 4, bookings);
            OpenLoop.Result result = loop.run(0, 100, 1);
            assertThat(result.sent()).isEqualTo(100);
            assertThat(result.answered()).isEqualTo(100);
            assertThat(result.latencies().getTotalCount()).isEqualTo(100);
            OpenLoop.Result again = loop.runClosed(100, 0.2);
            assertThat(again.answered()).isEqualTo(again.sent()).isPositive();
            loop.close();
        }
        assertThat(statuses).containsOnly(201);
    }

    private HttpResponse<String> put(ServedBook served, String id) throws Exception {
        String body = "{\"model\":\"YU7\",\"trim\":\"Max\",\"market\":\"CN\"}";
        HttpRequest request = HttpRequest.newBuilder(uri(served, id))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private String get(ServedBook served, String id) throws Exception {
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(uri(served, id)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        // Windows are counted anew, and say how old they are.
        return answer.body().replaceFirst(",\"window\":\\{[^}]*}", "");
    }

    private static URI uri(ServedBook served, String id) {
        return URI.create("http://127.0.0.1:" + served.address().getPort() + "/api/v1/orders/" + id);
    }
}
