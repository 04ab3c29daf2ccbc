package io.rampline.desk.command.book;

import io.rampline.desk.briefing.file.JsonText;
import io.rampline.desk.command.CommandFault;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Steps;
import io.rampline.desk.command.Terminal;
import io.rampline.factory.Network;
import io.rampline.orderbook.audit.Anchor;
import io.rampline.orderbook.audit.AuditReport;
import io.rampline.orderbook.audit.AuditReport.Checked;
import io.rampline.orderbook.audit.AuditReport.Difference;
import io.rampline.orderbook.audit.BookAudit;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "audit",
        description = {
            "Works a whole book out a second time and reports every difference.",
            "It compares hashes, the life of every order, every week of every resource, counters and money.",
            "Exit code 1 when there is a difference. What it can find and what not: docs/operating/audit.md."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  rampline audit                               the book in rampline-data",
            "  rampline audit --anchor 4711:0f3c...         with the line that an earlier audit printed",
            "  rampline audit --database postgresql://me@db/book --json"
        })
final class AuditCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private BookPlace place = new BookPlace();

    @Option(
            names = "--anchor",
            paramLabel = "POSITION:HASH",
            description = "A line that an earlier audit printed at its end. May be given several times.")
    private List<String> anchors = new ArrayList<>();

    @Option(names = "--json", description = "The report as JSON.")
    private boolean json;

    AuditCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Anchor> known = anchors.stream().map(AuditCommand::anchor).toList();
        Audited audited = audit(known);
        if (json) {
            terminal.out().print(json(audited));
        } else {
            tell(audited);
        }
        return audited.clean() ? ExitCode.OK : ExitCode.FLAWS;
    }

    /** What the audit of the book says, and the money that follows from its entries. */
    private record Audited(AuditReport report, MoneyOfBook money) {
        boolean clean() {
            return report.clean() && money.flaws().isEmpty();
        }
    }

    private static Anchor anchor(String text) {
        try {
            return Anchor.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw new CommandFault(ExitCode.USAGE, wrong);
        }
    }

    private Audited audit(List<Anchor> known) {
        try (Steps steps = new Steps(terminal, json);
                BookPlace.Opened opened = place.look(steps, "audit")) {
            Network network =
                    Network.ofBook(StoredScenario.read(opened.database(), steps).scenario());
            steps.begin("Auditing the book");
            try (Connection reader = opened.database().reader()) {
                AuditReport report =
                        BookAudit.run(reader, network, known, (done, all) -> steps.report(done, Math.max(1, all)));
                steps.begin("Booking every order");
                // Entries that do not follow from each other have been told; money cannot be folded from them.
                return new Audited(report, report.clean() ? MoneyOfBook.read(reader, network) : MoneyOfBook.UNREAD);
            }
        } catch (SQLException failed) {
            throw new CommandFault(ExitCode.FILES, "could not read the book: " + failed.getMessage(), failed);
        }
    }

    private void tell(Audited audited) {
        AuditReport report = audited.report();
        terminal.out()
                .printf(
                        Locale.ROOT,
                        "The book in %s: %,d entries about %,d orders.%n%n",
                        place.label(),
                        report.entries(),
                        report.orders());
        for (Checked checked : report.checks()) {
            line(
                    checked.count(),
                    checked.check().counted(checked.count()),
                    checked.check().sentence(),
                    checked.differences());
        }
        MoneyOfBook money = audited.money();
        if (money.isFollowed()) {
            line(
                    money.orders(),
                    money.orders() == 1 ? "order" : "orders",
                    "money booked twice, accounts equal to the sum over the orders",
                    money.flaws().size());
        } else {
            terminal.out().printf(Locale.ROOT, "%13s %-20s %s%n", "", "", "money not looked at: entries come first");
        }
        terminal.out().println();
        report.differences().forEach(difference -> terminal.out().println(difference));
        audited.money().flaws().forEach(flaw -> terminal.out().println("money: " + flaw));
        long more = report.differenceCount() - report.differences().size();
        if (more > 0) {
            terminal.out().printf(Locale.ROOT, "and %,d more%n", more);
        }
        if (audited.clean()) {
            terminal.out().println(terminal.outBold("No difference found."));
            end(report.end(), report.noticesEnd());
        } else {
            long found = report.differenceCount() + audited.money().flaws().size();
            terminal.say(String.format(
                    Locale.ROOT,
                    "%,d %s. Maybe see docs/operating/audit.md: what to do when an audit finds something.",
                    found,
                    found == 1 ? "difference" : "differences"));
        }
    }

    private void line(long count, String counted, String sentence, long differences) {
        String verdict = differences == 0 ? "" : String.format(Locale.ROOT, "  %,d NOT", differences);
        terminal.out().printf(Locale.ROOT, "%,13d %-20s %s%s%n", count, counted, sentence, terminal.outAlert(verdict));
    }

    private void end(Optional<Anchor> end, Optional<Anchor> noticesEnd) {
        terminal.out().println("Keep these lines outside the database, for --anchor of the next audit:");
        noticesEnd.ifPresent(terminal.out()::println);
        end.ifPresent(terminal.out()::println);
    }

    private String json(Audited audited) {
        AuditReport report = audited.report();
        return JsonText.of(to -> {
            to.writeStartObject();
            to.writeStringField("book", place.label());
            to.writeBooleanField("clean", audited.clean());
            to.writeNumberField("entries", report.entries());
            to.writeNumberField("orders", report.orders());
            to.writeStringField("end", report.end().map(Anchor::toString).orElse(""));
            to.writeStringField(
                    "notices_end", report.noticesEnd().map(Anchor::toString).orElse(""));
            to.writeArrayFieldStart("checks");
            for (Checked checked : report.checks()) {
                to.writeStartObject();
                to.writeStringField("check", checked.check().name().toLowerCase(Locale.ROOT));
                to.writeStringField("holds", checked.check().sentence());
                to.writeNumberField("count", checked.count());
                to.writeNumberField("differences", checked.differences());
                to.writeEndObject();
            }
            to.writeEndArray();
            to.writeNumberField("difference_count", report.differenceCount());
            to.writeArrayFieldStart("differences");
            for (Difference difference : report.differences()) {
                to.writeStartObject();
                to.writeStringField("check", difference.check().name().toLowerCase(Locale.ROOT));
                to.writeStringField("place", difference.place());
                to.writeStringField("message", difference.message());
                to.writeEndObject();
            }
            to.writeEndArray();
            audited.money().write(to);
            to.writeEndObject();
        });
    }
}
