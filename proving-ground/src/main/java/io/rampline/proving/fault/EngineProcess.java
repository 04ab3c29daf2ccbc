package io.rampline.proving.fault;

import io.rampline.factory.Network;
import io.rampline.orderbook.BookDatabase;
import io.rampline.orderbook.BookSettings;
import io.rampline.orderbook.DurableBook;
import io.rampline.orderbook.Outcome;
import io.rampline.orderbook.Request;
import io.rampline.orderbook.server.Credentials;
import io.rampline.orderbook.server.EmbeddedPostgres;
import io.rampline.orderbook.server.RunningServer;
import io.rampline.promise.Answer;
import io.rampline.promise.Command;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The application as a process of its own, to be killed and frozen: a durable book behind one socket. A line asks
 * ({@code BOOK id}, {@code CANCEL id}), a line answers ({@code OK position repeated}, or what went wrong). It ends when
 * its input ends.
 *
 * <p>{@code EngineProcess UNITS folder DIR} brings its own database, {@code EngineProcess UNITS url URL USER PASSWORD}
 * uses one.
 */
public final class EngineProcess {
    static final String READY = "ready ";

    private final DurableBook book;

    private EngineProcess(DurableBook book) {
        this.book = book;
    }

    /** Serves until it is killed or its input ends. */
    public static void main(String[] arguments) throws IOException, SQLException {
        Network network = PlainFactory.network(Integer.parseInt(arguments[0]));
        if (arguments[1].equals("folder")) {
            RunningServer server = EmbeddedPostgres.start(Path.of(arguments[2]), news -> {});
            serve(network, server.jdbcUrl(), server.owner(), BookSettings.USUAL.withReconnecting(server::revive));
            server.stop();
        } else {
            serve(network, arguments[2], new Credentials(arguments[3], arguments[4]), BookSettings.USUAL);
        }
        System.exit(0);
    }

    private static void serve(Network network, String url, Credentials owner, BookSettings settings)
            throws IOException, SQLException {
        try (BookDatabase database = BookDatabase.open(url, owner)) {
            PlainFactory.makeBook(database, network);
            try (DurableBook book = DurableBook.open(database, network, settings);
                    ServerSocket door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress())) {
                EngineProcess engine = new EngineProcess(book);
                Thread.ofPlatform().daemon().start(() -> engine.letIn(door));
                System.out.println(
                        READY + door.getLocalPort() + " " + url + " " + owner.user() + " " + owner.password());
                while (System.in.read() >= 0) {
                    // Nothing is said to this process but the end.
                }
            }
        }
    }

    private void letIn(ServerSocket door) {
        try {
            while (true) {
                Socket socket = door.accept();
                Thread.ofVirtual().start(() -> talk(socket));
            }
        } catch (IOException closed) {
            // The process is ending.
        }
    }

    private void talk(Socket socket) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            OutputStream out = socket.getOutputStream();
            socket.setTcpNoDelay(true);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.endsWith(".")) {
                    out.write((answer(line.substring(0, line.length() - 1)) + "\n").getBytes(StandardCharsets.UTF_8));
                    out.flush();
                }
            }
        } catch (IOException cut) {
            // Whoever asked will ask again.
        }
    }

    private String answer(String line) {
        String[] words = line.split(" ", -1);
        if (words.length != 2 || words[1].isEmpty()) {
            return "MALFORMED";
        }
        Request request = words[0].equals("CANCEL")
                ? new Request(
                        "client", Optional.of("cancel-" + words[1]), Optional.empty(), new Command.Cancel(words[1]))
                : Request.of("client", new Command.Book(PlainFactory.order(words[1])));
        return switch (book.ask(request)) {
            case Outcome.Answered(Answer.Booked booked, boolean repeated) -> "OK " + booked.position() + " " + repeated;
            case Outcome.Answered(Answer.Cancelled cancelled, boolean repeated) ->
                "OK " + cancelled.position() + " " + repeated;
            case Outcome.Answered(Answer other, boolean _) -> "NO " + other;
            case Outcome.Busy _, Outcome.Unavailable _ -> "NOT_NOW";
            case Outcome.Unknown _ -> "UNKNOWN";
            case Outcome.RequestIdReused reused -> "NO " + reused;
        };
    }
}
