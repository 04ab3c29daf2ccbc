package io.rampline.desk.timetable;

import io.rampline.promise.Order;
import io.rampline.promise.OrderTable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.IntStream;

/** The name of an open book by its orders: the same orders have the same one, in whatever order they are listed. */
public final class BookPrint {
    private static final int HEX_DIGITS = 32;

    private BookPrint() {}

    /** 32 hexadecimal digits. */
    public static String of(OrderTable book) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            IntStream.range(0, book.size())
                    .boxed()
                    .sorted((a, b) -> book.id(a).compareTo(book.id(b)))
                    .forEach(row -> digest.update(line(book.order(row)).getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest()).substring(0, HEX_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** Lengths stand before names, so that no two orders read alike. */
    private static String line(Order order) {
        StringBuilder line = new StringBuilder();
        name(line, order.id());
        name(line, order.configuration().market());
        name(line, order.configuration().model());
        name(line, order.configuration().trim());
        order.configuration().options().forEach(option -> name(line, option));
        return line.append(order.lockedAtMicros())
                .append(' ')
                .append(order.priorityClass())
                .append(' ')
                .append(order.earliestBucket())
                .append('\n')
                .toString();
    }

    private static void name(StringBuilder to, String name) {
        to.append(name.length()).append(':').append(name).append(' ');
    }
}
