package io.rampline.desk.command.book;

import io.rampline.desk.command.Columns;
import io.rampline.desk.command.Counted;
import io.rampline.desk.command.Terminal;
import io.rampline.orderbook.credibility.Cohort;
import io.rampline.orderbook.credibility.CohortRecord;
import io.rampline.orderbook.credibility.Commitment;
import io.rampline.orderbook.credibility.Commitments;
import io.rampline.orderbook.credibility.Commitments.IssuerRecord;
import io.rampline.orderbook.credibility.Commitments.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The record of promises for a person at a terminal. */
final class RecordTables {
    private static final String NONE = "-";

    private RecordTables() {}

    static void print(RecordCommand.Told told, Terminal terminal) {
        told.all().ifPresent(all -> cohorts(told, all, terminal));
        commitments(told, terminal);
    }

    private static void cohorts(RecordCommand.Told told, CohortRecord all, Terminal terminal) {
        terminal.out()
                .println(terminal.outBold("Promises to customers, as of " + told.asOf())
                        + (told.graceWeeks() == 0 ? "" : ", with a grace of " + Counted.of(told.graceWeeks(), "week")));
        if (all.verdicts().orders() == 0) {
            terminal.out().println("The book has no orders.");
            return;
        }
        Columns columns = new Columns(List.of(
                "Cohort",
                ">Orders",
                ">Kept",
                ">Broken",
                ">Impossible",
                ">Open",
                ">No date",
                ">Left",
                ">Kept %",
                ">now %",
                ">Slip",
                ">Drift",
                ">Changes",
                ">Window %"));
        told.cohorts().forEach(cohort -> columns.add(row(name(cohort.cohort()), cohort)));
        columns.add(row("all", all));
        columns.lines().forEach(line -> terminal.out().println(line));
        terminal.out()
                .println(
                        "Slip and drift: mean weeks against the first promise. Changes: of the date, for each order and"
                                + " 13 weeks. Impossible: not delivered, and too late already.");
    }

    private static List<String> row(String name, CohortRecord cohort) {
        CohortRecord.Verdicts verdicts = cohort.verdicts();
        return List.of(
                name,
                count(verdicts.orders()),
                count(verdicts.kept()),
                count(verdicts.broken()),
                count(verdicts.impossible()),
                count(verdicts.open()),
                count(verdicts.undated()),
                count(verdicts.cancelled() + verdicts.cancelledLate()),
                percent(cohort.keptShare()),
                percent(cohort.keptShareNow()),
                number(cohort.biasWeeks(), "%+.1f"),
                number(cohort.meanDriftWeeks(), "%+.1f"),
                number(cohort.revisionsPerOrderQuarter(), "%.2f"),
                percent(cohort.coverage()));
    }

    private static String name(Cohort cohort) {
        String name = Stream.of(cohort.lockWeek().map(Object::toString), cohort.market(), cohort.model(), cohort.trim())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? "all" : name;
    }

    private static void commitments(RecordCommand.Told told, Terminal terminal) {
        if (told.commitments().isEmpty()) {
            if (told.all().isEmpty()) {
                terminal.out()
                        .println("No commitment had been made in public by " + told.asOf()
                                + ". They stand in outturn/commitments.csv: see docs/scenario-format.md.");
            }
            return;
        }
        if (told.all().isPresent()) {
            terminal.out().println();
        }
        terminal.out().println(terminal.outBold("Public commitments, as of " + told.asOf()));
        Columns columns =
                new Columns(List.of("Said by", "on", "what", ">Target", "due", ">Measured", "What came of it"));
        told.commitments().forEach(judgement -> columns.add(row(judgement)));
        columns.lines().forEach(line -> terminal.out().println(line));
        List<String> sums = new ArrayList<>();
        for (IssuerRecord issuer : Commitments.byIssuer(told.commitments())) {
            int decided = issuer.kept() + issuer.broken();
            sums.add(issuer.issuer() + " kept " + issuer.kept() + " of " + decided
                    + (issuer.open() == 0 ? "" : ", " + issuer.open() + " open"));
        }
        terminal.out().println(String.join("; ", sums) + ".");
    }

    private static List<String> row(Judgement judgement) {
        Commitment commitment = judgement.commitment();
        Commitment.Target target = commitment.target();
        return List.of(
                commitment.issuer(),
                commitment.made().toString(),
                commitment.metric(),
                target.atLeast().toPlainString()
                        + target.atMost()
                                .map(most -> "-" + most.toPlainString())
                                .orElse(""),
                commitment.due().toString(),
                judgement.deviation().isEmpty() ? NONE : measured(commitment),
                outcome(judgement));
    }

    private static String measured(Commitment commitment) {
        return commitment
                .actual()
                .map(actual -> switch (actual.known()) {
                    case EXACTLY -> actual.units().toPlainString();
                    case AT_LEAST -> ">" + actual.units().toPlainString();
                    case ABOUT -> "about " + actual.units().toPlainString();
                })
                .orElse(NONE);
    }

    private static String outcome(Judgement judgement) {
        return switch (judgement.outcome()) {
            case OPEN -> "open";
            case KEPT -> "kept" + deviation(judgement);
            case BROKEN ->
                judgement.slipDays().isPresent()
                        ? "broken: " + judgement.slipDays().getAsLong() + " days late"
                        : judgement.deviation().isEmpty()
                                ? "broken: nothing reported"
                                : "broken" + deviation(judgement);
        };
    }

    private static String deviation(Judgement judgement) {
        return judgement.deviation().isPresent()
                ? String.format(
                        Locale.ROOT, " (%+.1f %%)", 100 * judgement.deviation().getAsDouble())
                : "";
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String percent(OptionalDouble share) {
        return share.isPresent() ? String.format(Locale.ROOT, "%.1f", 100 * share.getAsDouble()) : NONE;
    }

    private static String number(OptionalDouble value, String form) {
        return value.isPresent() ? String.format(Locale.ROOT, form, value.getAsDouble()) : NONE;
    }
}
