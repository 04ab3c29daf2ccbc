package io.rampline.proving.sequence;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactProperty;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.HardSoftScore;
import io.rampline.sequence.day.LineDay;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A day as the peer sees it: places, and the cars that may stand there. */
@PlanningSolution
public class PeerDay {
    @ProblemFactProperty
    private @Nullable LineDay day;

    @ValueRangeProvider
    private List<Integer> cars = new ArrayList<>();

    @PlanningEntityCollectionProperty
    private List<PeerPlace> places = new ArrayList<>();

    @PlanningScore
    private @Nullable HardSoftScore score;

    /** For the peer, which makes copies. */
    public PeerDay() {}

    PeerDay(LineDay day) {
        this.day = day;
        for (int car = 0; car < day.cars().size(); car++) {
            cars.add(car);
            places.add(new PeerPlace(car, car));
        }
    }

    public @Nullable LineDay getDay() {
        return day;
    }

    public List<Integer> getCars() {
        return cars;
    }

    public List<PeerPlace> getPlaces() {
        return places;
    }

    public @Nullable HardSoftScore getScore() {
        return score;
    }

    public void setScore(@Nullable HardSoftScore score) {
        this.score = score;
    }
}
