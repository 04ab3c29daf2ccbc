package io.rampline.desk.briefing.page;

import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.day.Ratio;
import io.rampline.sequence.search.Standing;
import io.rampline.sequence.shop.PlaceReasons;
import java.util.ArrayList;
import java.util.List;

/** What the order of a day says of a car's place, in sentences. */
public final class PlaceWords {
    private final Speech speech;

    public PlaceWords(Speech speech) {
        this.speech = speech;
    }

    /**
     * Its colour among those beside it, the windows over it, and what exchanges with other cars would do.
     *
     * @param order indices into the cars of the day
     * @param place from 0
     * @param colour the name of the car's colour
     */
    public List<String> reasons(LineDay day, List<Integer> order, int place, String colour) {
        PlaceReasons reasons = PlaceReasons.of(day, order, place);
        List<String> said = new ArrayList<>();
        said.add(
                switch (reasons.run()) {
                    case ALONE -> speech.say("lineday.why.alone", colour);
                    case FIRST -> speech.say("lineday.why.first", colour);
                    case INSIDE -> speech.say("lineday.why.inside", colour);
                    case LAST -> speech.say("lineday.why.last", colour);
                });
        for (PlaceReasons.OfRatio windows : reasons.windows()) {
            Ratio ratio = day.ratios().get(windows.ratio());
            said.add(speech.say(
                    "lineday.why.window",
                    ratio.name(),
                    speech.number(ratio.most()),
                    speech.number(ratio.in()),
                    speech.number(windows.full()),
                    speech.number(windows.over())));
        }
        exchanges(reasons.standing(), said);
        return said;
    }

    private void exchanges(Standing standing, List<String> said) {
        said.add(speech.say(
                "lineday.why.exchanges",
                speech.number(standing.better()),
                speech.number(standing.equal()),
                speech.number(standing.worse()),
                speech.number(standing.forbidden())));
        if (standing.nextBest() >= 0) {
            String sign = standing.nextCost() > 0 ? "+" : "";
            said.add(speech.say(
                    "lineday.why.cheapest",
                    speech.number(standing.nextBest() + 1),
                    sign + speech.number(standing.nextCost())));
        }
    }
}
