package io.rampline.desk.briefing.file;

import io.rampline.desk.timetable.Branches;
import io.rampline.desk.timetable.FrontierPoint;
import io.rampline.desk.timetable.MarketFrontier;
import io.rampline.desk.timetable.MarketPoint;
import io.rampline.desk.timetable.TimetableReport;
import io.rampline.factory.Decisions;
import io.rampline.ramp.Answer;
import io.rampline.ramp.plan.Amounts;
import io.rampline.ramp.plan.GroupFlow;
import io.rampline.ramp.plan.Plan;
import io.rampline.ramp.plan.ResourceValue;
import io.rampline.ramp.plan.RobustPlan;
import io.rampline.ramp.plan.StepRow;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The timetable as tables for a spreadsheet: steps, weekly flows, the frontier. Money is in major units. */
final class TimetableTables {
    private final TimetableReport report;

    TimetableTables(TimetableReport report) {
        this.report = report;
    }

    private Optional<Plan> plan() {
        return report.planned().map(planned -> planned.plan());
    }

    /** {@code timetable.csv}: what starts when, by start. */
    void steps(OutputStream out) throws IOException {
        RowBuffer csv = new RowBuffer(out);
        csv.text("kind,name,start_week,effective_week,units_per_week,cost,running_cost,decided_before")
                .endRow();
        if (plan().isPresent()) {
            rows(csv, "step", plan().get().steps());
            for (Decisions.Opened opened : plan().get().decisions().openings()) {
                csv.text("opening")
                        .comma()
                        .bytes(CsvText.cell(opened.resourceName()))
                        .comma();
                csv.text(week(opened.bucket()))
                        .comma()
                        .text(week(opened.bucket()))
                        .comma();
                csv.number(opened.unitsPerWeek()).text(",,,").endRow();
            }
        }
        if (report.answer() instanceof Answer.Branched branched) {
            rows(csv, "step", Branches.now(branched.plan()));
            for (RobustPlan.Branch branch : branched.plan().branches()) {
                rows(csv, "step if " + branch.future().name(), Branches.later(branched.plan(), branch));
            }
        }
        csv.flush();
    }

    private void rows(RowBuffer csv, String kind, List<StepRow> rows) throws IOException {
        for (StepRow row : rows) {
            csv.text(kind).comma().bytes(CsvText.cell(row.step())).comma();
            csv.text(week(row.startBucket())).comma().text(week(row.effectiveBucket()));
            csv.comma().comma().text(money(row.costMinor())).comma().text(money(row.runningCostMinor()));
            csv.comma().text(row.decided() ? "yes" : "no").endRow();
        }
    }

    /**
     * {@code flows.csv}: what happens to each group in each week; a row without a line has the figures of the group.
     */
    void flows(OutputStream out) throws IOException {
        RowBuffer csv = new RowBuffer(out);
        csv.text("group,week,line,orders,built,backlog").endRow();
        if (plan().isPresent()) {
            for (GroupFlow flow : plan().get().flows()) {
                byte[] group = CsvText.cell(flow.name());
                for (int t = 0; t < flow.orders().weeks(); t++) {
                    csv.bytes(group).comma().text(week(t)).comma().comma();
                    csv.text(units(flow.orders().get(t))).comma().text(units(flow.built(t)));
                    csv.comma().text(units(flow.backlog().get(t))).endRow();
                    for (Map.Entry<String, Amounts> line : flow.builds().entrySet()) {
                        csv.bytes(group).comma().text(week(t)).comma().bytes(CsvText.cell(line.getKey()));
                        csv.text(",,")
                                .text(units(line.getValue().get(t)))
                                .comma()
                                .endRow();
                    }
                }
            }
        }
        csv.flush();
    }

    /** {@code frontier.csv}: what each wait costs. */
    void frontier(OutputStream out) throws IOException {
        RowBuffer csv = new RowBuffer(out);
        csv.text(
                        "wait_weeks,verdict,cost,bound,one_off,running,waiting,lost_margin,order_level_longest_wait_weeks,steps")
                .endRow();
        for (FrontierPoint point : report.frontier()) {
            csv.number(point.waitWeeks()).comma();
            csv.text(point.verdict().name().toLowerCase(Locale.ROOT)).comma();
            if (point.plan().isPresent()) {
                Plan plan = point.plan().get();
                csv.text(money(plan.costs().totalMinor())).comma().text(money(plan.boundMinor()));
                csv.comma().text(money(plan.costs().oneOffMinor()));
                csv.comma().text(money(plan.costs().runningMinor()));
                csv.comma().text(money(plan.costs().waitMinor()));
                csv.comma().text(money(plan.costs().lostMinor())).comma();
                if (point.longestWaitWeeks().isPresent()) {
                    csv.number(point.longestWaitWeeks().getAsInt());
                }
                List<String> steps = plan.steps().stream().map(StepRow::step).toList();
                csv.comma().bytes(CsvText.cell(String.join("|", steps)));
            } else {
                csv.text(",,,,,,,");
            }
            csv.endRow();
        }
        csv.flush();
    }

    /** {@code export.csv}: a row for each opening of a market, those of the earliest weeks among them. */
    void market(OutputStream out) throws IOException {
        RowBuffer csv = new RowBuffer(out);
        csv.text(
                        "market,home_wait_weeks,units_per_week,opens_week,is_earliest,verdict,harms_nobody,cost,bound,one_off,"
                                + "costs_more_than_closed,units_delivered,order_level_longest_wait_weeks_at_home,orders_later,plan")
                .endRow();
        if (report.market().isPresent()) {
            MarketFrontier market = report.market().get();
            for (MarketPoint point : market.points()) {
                market(csv, market, point);
            }
            for (MarketFrontier.Earliest earliest : market.earliest()) {
                if (earliest.point().isPresent()
                        && !market.points().contains(earliest.point().get())) {
                    market(csv, market, earliest.point().get());
                }
            }
        }
        csv.flush();
    }

    private void market(RowBuffer csv, MarketFrontier market, MarketPoint point) throws IOException {
        boolean earliest =
                market.earliest().stream().anyMatch(row -> row.point().equals(Optional.of(point)));
        csv.bytes(CsvText.cell(market.grid().market())).comma().number(point.waitWeeks());
        csv.comma().number(point.quota().unitsPerWeek()).comma().text(week(point.bucket()));
        csv.comma().text(earliest ? "yes" : "no").comma();
        csv.text(point.verdict().name().toLowerCase(Locale.ROOT)).comma();
        csv.text(point.harmsNobody() ? "yes" : "no");
        if (point.found().isPresent()) {
            MarketPoint.Found found = point.found().get();
            csv.comma().text(money(found.plan().costs().totalMinor()));
            csv.comma().text(money(found.plan().boundMinor()));
            csv.comma().text(money(found.plan().costs().oneOffMinor())).comma();
            OptionalLong more = market.costMoreMinor(point);
            csv.text(more.isPresent() ? money(more.getAsLong()) : "").comma();
            csv.text(Long.toString(found.delivered())).comma();
            if (found.homeLongestWeeks() < report.scenario().horizon().weeks()) {
                csv.number(found.homeLongestWeeks());
            }
            csv.comma().number(found.later()).comma().text(found.print());
        } else {
            csv.text(",,,,,,,,");
        }
        csv.endRow();
    }

    /** {@code values.csv}: what one unit more saves and one unit less costs; empty where the plan would not hold. */
    void values(OutputStream out) throws IOException {
        RowBuffer csv = new RowBuffer(out);
        csv.text("resource,week,one_more_saves,one_less_costs").endRow();
        for (ResourceValue value : report.values()) {
            csv.bytes(CsvText.cell(value.resource())).comma().text(week(value.bucket()));
            csv.comma().text(money(value.oneMoreSavesMinor())).comma();
            if (value.oneLessCostsMinor().isPresent()) {
                csv.text(money(value.oneLessCostsMinor().getAsLong()));
            }
            csv.endRow();
        }
        csv.flush();
    }

    private String week(int bucket) {
        return report.scenario().horizon().week(bucket).toString();
    }

    private String money(long minor) {
        return BigDecimal.valueOf(minor, report.scenario().currency().minorUnits())
                .toPlainString();
    }

    /** Flows come from a program of fractions; a hundredth of a car is finer than anyone builds. */
    private static String units(double units) {
        BigDecimal exact = BigDecimal.valueOf(Math.round(units * 100), 2).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0).toPlainString() : exact.toPlainString();
    }
}
