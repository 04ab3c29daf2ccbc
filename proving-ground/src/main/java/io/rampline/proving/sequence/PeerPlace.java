package io.rampline.proving.sequence;

import ai.timefold.solver.core.api.domain.common.PlanningId;
import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import org.jspecify.annotations.Nullable;

/** A place in the day, and the car that stands there: what the peer moves. */
@PlanningEntity
public class PeerPlace {
    @PlanningId
    private int place;

    @PlanningVariable
    private @Nullable Integer car;

    /** For the peer, which makes copies. */
    public PeerPlace() {}

    PeerPlace(int place, int car) {
        this.place = place;
        this.car = car;
    }

    public int getPlace() {
        return place;
    }

    public @Nullable Integer getCar() {
        return car;
    }

    public void setCar(@Nullable Integer car) {
        this.car = car;
    }
}
