package io.rampline.intake;

import io.rampline.factory.Horizon;
import io.rampline.factory.Payment;
import io.rampline.factory.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads when a cost falls due: {@code 0:300|12:700} is 30 % at the start of the work and 70 % twelve weeks later. */
final class Payments {
    private static final Pattern PAYMENT = Pattern.compile("(\\d{1,3}):(\\d{1,4})");
    private static final String EXPECTED = "weeks:thousandths separated by |, such as 0:300|12:700";
    private static final int PERCENT = 100;

    private Payments() {}

    /** All of it at the start for an empty cell, and after a flaw. */
    static List<Payment> read(Row row, String column) {
        if (row.isEmpty(column)) {
            return Step.AT_START;
        }
        List<Payment> payments = new ArrayList<>();
        int sum = 0;
        for (String item : row.raw(column).split("\\|", -1)) {
            Matcher matcher = PAYMENT.matcher(item);
            int weeks = matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
            int permille = matcher.matches() ? Integer.parseInt(matcher.group(2)) : 0;
            boolean isPayment = weeks >= 0 && weeks <= Horizon.WEEKS_MAX && permille >= 1 && permille <= Payment.WHOLE;
            if (!isPayment) {
                row.flaw(column, EXPECTED, maybe(row.raw(column)));
                return Step.AT_START;
            }
            if (!payments.isEmpty() && weeks <= payments.getLast().afterWeeks()) {
                row.flaw(column, "weeks in ascending order, each once", "sort them");
                return Step.AT_START;
            }
            payments.add(new Payment(weeks, permille));
            sum += permille;
        }
        if (sum != Payment.WHOLE) {
            String asPermille = payments.stream()
                    .map(payment -> payment.afterWeeks() + ":" + 10 * payment.permille())
                    .collect(Collectors.joining("|"));
            row.flaw(
                    column,
                    Wording.quoted(row.raw(column)) + ", " + sum + " thousandths in all",
                    "thousandths that add up to " + Payment.WHOLE,
                    sum == PERCENT ? "percentages: write " + asPermille : "");
            return Step.AT_START;
        }
        return payments;
    }

    private static String maybe(String raw) {
        if (raw.contains("%")) {
            return "thousandths in place of percentages, so 30% is 300";
        }
        return raw.contains(",") || raw.contains(";") ? "| between the payments" : "";
    }
}
