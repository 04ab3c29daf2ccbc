package io.rampline.desk.briefing.page;

import io.rampline.desk.briefing.Briefing;
import io.rampline.desk.briefing.Cause;
import io.rampline.desk.briefing.ResourceLoad;
import io.rampline.desk.briefing.Timeline;
import io.rampline.desk.briefing.Weekly;
import io.rampline.desk.briefing.chart.Layer;
import io.rampline.desk.briefing.chart.Layer.Anchor;
import io.rampline.desk.briefing.chart.Layer.Stroke;
import io.rampline.desk.briefing.chart.Panel;
import io.rampline.desk.briefing.chart.Panel.Plot;
import io.rampline.desk.briefing.chart.Panel.Strip;
import io.rampline.desk.briefing.chart.Size;
import io.rampline.desk.briefing.chart.Tone;
import io.rampline.desk.briefing.chart.WeekChart;
import io.rampline.desk.briefing.page.Picture.Drawing;
import io.rampline.factory.DemandForecast;
import io.rampline.factory.Horizon;
import io.rampline.factory.Resource.Kind;
import io.rampline.factory.WeeklyUnits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Capacity against demand, and below it which resource holds the orders of each week back. */
final class LoadPicture {
    private static final int PAST_WEEKS_MAX = 26;
    private static final int RESOURCES_MAX = 8;
    /** A launch night is cut off, so that the weeks around it can be read. */
    private static final double ROOM_ABOVE_CAPACITY = 1.35;
    /** What is not much higher than the rest stays whole. */
    private static final double WORTH_CUTTING = 2;

    private final Briefing briefing;
    private final Speech speech;
    private final WeekSpan span;
    private final Horizon horizon;
    private final Weekly delivered;
    private final Weekly built;
    private final Weekly capacity;
    private final Weekly locked;

    private LoadPicture(Briefing briefing, Speech speech) {
        this.briefing = briefing;
        this.speech = speech;
        this.span = WeekSpan.of(briefing, PAST_WEEKS_MAX);
        this.horizon = briefing.scenario().horizon();
        Timeline timeline = briefing.timeline();
        int[] deliveredByWeek = new int[timeline.pastWeeks()];
        int[] lockedByWeek = new int[timeline.pastWeeks()];
        for (int i = 0; i < deliveredByWeek.length; i++) {
            deliveredByWeek[i] = timeline.delivered(i);
            lockedByWeek[i] = timeline.locked(i);
        }
        this.delivered = span.lay(timeline.first(), Weekly.of(deliveredByWeek));
        this.locked = span.lay(timeline.first(), Weekly.of(lockedByWeek));
        this.capacity = span.lay(horizon.start(), lineUnits(ResourceLoad::capacity));
        this.built = span.lay(horizon.start(), lineUnits(ResourceLoad::promised));
    }

    static Picture of(Briefing briefing, Speech speech) {
        return new LoadPicture(briefing, speech).picture();
    }

    private Weekly lineUnits(Function<ResourceLoad, Weekly> units) {
        int[] sum = new int[horizon.weeks()];
        for (ResourceLoad load : briefing.loads()) {
            if (load.resource().kind() == Kind.LINE) {
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += units.apply(load).whole(i);
                }
            }
        }
        return Weekly.of(sum);
    }

    private Picture picture() {
        List<ResourceLoad> shown = shown();
        List<Panel> panels = new ArrayList<>(List.of(capacityPanel()));
        if (!shown.isEmpty()) {
            panels.add(new Strip(
                    speech.say("load.strip"),
                    speech.say("load.strip.unit"),
                    shown.stream().map(this::row).toList()));
        }
        WeekChart chart = new WeekChart(
                speech.say("load.title"),
                speech.say("load.description"),
                span.first(),
                span.weeks(),
                span.pastWeeks(),
                panels,
                Wordings.of(briefing, speech),
                List.of(),
                0);
        List<Drawing> drawings = new ArrayList<>();
        for (Size size : List.of(Size.WIDE, Size.MEDIUM, Size.NARROW)) {
            drawings.add(new Drawing("", chart.draw(size)));
        }
        return new Picture("load", legend(), drawings, false, table(shown));
    }

    /** What holds orders back, the most first; without any, the lines. */
    private List<ResourceLoad> shown() {
        List<ResourceLoad> binding = briefing.loads().stream()
                .filter(load -> load.delayedOrders() > 0)
                .sorted(Comparator.comparingLong((ResourceLoad load) -> -load.delayedOrders()))
                .limit(RESOURCES_MAX)
                .toList();
        return binding.isEmpty()
                ? briefing.loads().stream()
                        .filter(load -> load.resource().kind() == Kind.LINE)
                        .limit(RESOURCES_MAX)
                        .toList()
                : binding;
    }

    private Panel.Row row(ResourceLoad load) {
        Weekly shares = span.lay(horizon.start(), load.fill());
        Set<Integer> marked = new HashSet<>();
        int shift = horizon.start().since(span.first());
        for (int bucket = 0; bucket < load.delayed().weeks(); bucket++) {
            int at = bucket + shift;
            if (load.delayed().get(bucket) > 0 && isMain(load, bucket)) {
                marked.add(at);
            }
        }
        String remark = load.delayedOrders() == 0 ? "" : speech.orders(load.delayedOrders());
        return new Panel.Row(Speech.capital(speech.resource(load.resource())), remark, shares, marked);
    }

    private boolean isMain(ResourceLoad load, int bucket) {
        return briefing.bindings().stream()
                .filter(binding -> binding.bucket() == bucket)
                .anyMatch(binding -> binding.cause() instanceof Cause.Full full
                        && full.resources().contains(load.resource()));
    }

    private Panel capacityPanel() {
        List<Layer> layers = new ArrayList<>();
        List<Layer> lines = new ArrayList<>();
        double ordinary = Math.max(capacity.max(), delivered.max());
        if (!briefing.scenario().openDemand().isEmpty()) {
            Weekly high = demand(DemandForecast::high);
            layers.add(new Layer.Band(demand(DemandForecast::low), high, Tone.series(1), true, Anchor.MIDDLE));
            lines.add(new Layer.Line(demand(DemandForecast::mid), Tone.series(1), Stroke.SOLID, "", Anchor.MIDDLE));
            ordinary = Math.max(ordinary, high.max());
        }
        Weekly zero = Weekly.of(new double[span.weeks()]);
        layers.add(new Layer.Bars(zero, span.past(delivered), Tone.series(0), false));
        layers.add(new Layer.Bars(zero, built, Tone.series(0), true));
        layers.addAll(lines);
        layers.add(new Layer.Steps(capacity, Tone.INK, Stroke.SOLID, ""));
        Weekly pastLocks = span.past(locked);
        layers.add(new Layer.Steps(pastLocks, Tone.series(1), Stroke.SOLID, ""));
        double most = Math.max(ordinary, pastLocks.max());
        boolean cut = ordinary > 0 && most > ordinary * WORTH_CUTTING;
        double max = cut ? ordinary * ROOM_ABOVE_CAPACITY : most;
        double divisor = BankPicture.divisor(max);
        return new Plot(
                speech.say("load.panel"),
                speech.say(divisor > 1 ? "unit.thousand.week" : "unit.week"),
                max,
                divisor,
                185,
                170,
                layers);
    }

    private Weekly demand(Function<DemandForecast, WeeklyUnits> forecast) {
        int[] sum = new int[horizon.weeks()];
        for (DemandForecast row : briefing.scenario().openDemand()) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += forecast.apply(row).get(i);
            }
        }
        return span.future(span.lay(horizon.start(), Weekly.of(sum)));
    }

    private List<Picture.Key> legend() {
        List<Picture.Key> keys = new ArrayList<>();
        keys.add(new Picture.Key("rule l-ink", speech.say("legend.capacity")));
        keys.add(new Picture.Key("box f-s1", speech.say("legend.delivered")));
        keys.add(new Picture.Key("box g-s1", speech.say("legend.built")));
        keys.add(new Picture.Key("rule l-s2", speech.say("legend.demand")));
        keys.add(new Picture.Key("box cell-5", speech.say("legend.binding")));
        keys.add(new Picture.Key("box cell-4", speech.say("legend.full")));
        keys.add(new Picture.Key("box cell-2", speech.say("legend.partly")));
        return keys;
    }

    private DataTable table(List<ResourceLoad> shown) {
        List<String> heads = new ArrayList<>(List.of(
                speech.say("head.week"),
                speech.say("head.delivered"),
                speech.say("head.capacity"),
                speech.say("head.built"),
                speech.say("head.demand")));
        List<String> keys = new ArrayList<>(List.of("f-s1", "f-ink", "g-s1", "f-s2"));
        for (ResourceLoad load : shown) {
            heads.add(Speech.capital(speech.resource(load.resource())));
            keys.add("");
        }
        Weekly expected = demand(DemandForecast::mid);
        List<DataTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < span.weeks(); i++) {
            List<String> cells = new ArrayList<>();
            boolean past = i < span.pastWeeks();
            cells.add(past ? cell(delivered.get(i)) : "");
            cells.add(cell(capacity.get(i)));
            cells.add(past ? "" : cell(built.get(i)));
            boolean forecast = !briefing.scenario().openDemand().isEmpty();
            cells.add(past ? cell(locked.get(i)) : forecast ? cell(expected.get(i)) : "");
            for (ResourceLoad load : shown) {
                cells.add(fill(load, i));
            }
            rows.add(new DataTable.Row(speech.week(span.week(i)), cells));
        }
        return new DataTable(speech.say("load.title"), heads, keys, rows);
    }

    private String fill(ResourceLoad load, int index) {
        int bucket = horizon.bucket(span.week(index));
        if (bucket < 0 || bucket >= horizon.weeks()) {
            return "";
        }
        return speech.number(load.promised().whole(bucket)) + " / "
                + units(load.capacity().whole(bucket));
    }

    private String units(int units) {
        return units == WeeklyUnits.UNLIMITED ? "∞" : speech.number(units);
    }

    private String cell(double value) {
        return Double.isNaN(value) ? "" : speech.number((long) value);
    }
}
