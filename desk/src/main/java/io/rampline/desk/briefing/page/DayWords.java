package io.rampline.desk.briefing.page;

import io.rampline.desk.lineday.DayPlan;
import io.rampline.desk.lineday.LineCar;
import io.rampline.desk.lineday.LineDaysReport;
import io.rampline.sequence.day.Car;
import io.rampline.sequence.day.Counts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What there is to say about days of lines, in sentences. */
public final class DayWords {
    private final Speech speech;

    public DayWords(Speech speech) {
        this.speech = speech;
    }

    /** The whole in one sentence. */
    public String headline(List<DayPlan> days) {
        long cars = days.stream().mapToLong(day -> day.cars().size()).sum();
        long violations = days.stream()
                .mapToLong(day ->
                        day.verdict().counts().high() + day.verdict().counts().low())
                .sum();
        return violations == 0
                ? speech.say("lineday.headline.kept", cars(cars))
                : speech.say(
                        "lineday.headline.violated",
                        cars(cars),
                        speech.texts().count("lineday.times", violations, speech.number(violations)));
    }

    private String cars(long cars) {
        return speech.texts().count("lineday.cars", cars, speech.number(cars));
    }

    /** The name of a day. */
    public String title(DayPlan day) {
        return speech.say("lineday.day.title", day.line(), speech.date(day.date()));
    }

    /** A day's worth. */
    public String lead(DayPlan day) {
        Counts counts = day.verdict().counts();
        Counts bounds = day.found().bounds();
        String proof = day.found().isProvenOptimal()
                ? speech.say("lineday.proven")
                : speech.say(
                        "lineday.bound",
                        speech.number(bounds.high()),
                        speech.number(bounds.low()),
                        speech.number(bounds.colours()));
        return speech.say(
                "lineday.day.lead",
                speech.number(day.number()),
                speech.week(day.week()),
                cars(day.cars().size()),
                speech.number(day.units()),
                speech.number(counts.high()),
                speech.number(counts.low()),
                speech.number(counts.colours()),
                proof);
    }

    /** How the day hangs together with the one before and with an earlier order of its own. */
    public List<String> remarks(DayPlan day) {
        List<String> said = new ArrayList<>();
        int before = day.day().before().size();
        said.add(before == 0 ? speech.say("lineday.before.none") : speech.count("lineday.before", before));
        if (!day.verdict().warnings().isEmpty()) {
            said.add(speech.say("lineday.run-over", speech.number(day.day().runMax())));
        }
        day.change()
                .ifPresent(change -> said.add(speech.say(
                        "lineday.change",
                        speech.number(change.gone().size()),
                        speech.number(change.come().size()),
                        speech.number(change.moved().size()))));
        said.add(speech.say("lineday.fingerprint", day.fingerprint()));
        return said;
    }

    /** What the days rest on. */
    public List<String> basis(LineDaysReport report) {
        List<String> said = new ArrayList<>();
        said.add(speech.say("lineday.levelled"));
        boolean isAssumed =
                report.weeks().stream().anyMatch(week -> week.rules().isAssumed());
        said.add(speech.say(isAssumed ? "lineday.assumed" : "lineday.said"));
        if (report.colours().isDealt()) {
            said.add(speech.say("lineday.dealt"));
        }
        if (report.weeks().stream().anyMatch(week -> !week.week().isFrozen())) {
            said.add(speech.say("lineday.not-frozen"));
        }
        return said;
    }

    /** Why an order stands where it stands. */
    public List<String> why(String orderId, List<DayPlan> days) {
        for (DayPlan day : days) {
            OptionalInt place = day.place(orderId);
            if (place.isPresent()) {
                return why(day, place.getAsInt());
            }
        }
        return List.of(speech.say("lineday.why.unknown", orderId));
    }

    private List<String> why(DayPlan day, int place) {
        LineCar car = day.at(place);
        List<String> said = new ArrayList<>();
        said.add(speech.say(
                "lineday.why.place",
                car.orderId(),
                car.configuration().product(),
                speech.number(place + 1),
                speech.number(day.cars().size()),
                day.line(),
                speech.date(day.date())));
        said.add(speech.say("lineday.why.week", speech.week(day.week())));
        if (day.change().isEmpty()) {
            said.add(speech.say("lineday.why.day"));
        }
        Car counted = day.day().cars().get(day.found().order().get(place));
        if (counted.earliest() == counted.latest()) {
            said.add(speech.say("lineday.why.fixed"));
        } else if (counted.earliest() > 0) {
            said.add(speech.say("lineday.why.late", speech.number(counted.earliest() + 1)));
        } else if (counted.latest() < day.cars().size() - 1) {
            said.add(speech.say("lineday.why.soon", speech.number(counted.latest() + 1)));
        }
        String colour = car.colour().isEmpty() ? speech.say("lineday.no-colour") : car.colour();
        said.addAll(new PlaceWords(speech).reasons(day.day(), day.found().order(), place, colour));
        return said;
    }
}
