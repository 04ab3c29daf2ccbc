package io.rampline.desk;

import java.nio.file.Path;

/**
 * A scenario that may open a market: one line builds two cars a week, three are ordered a week at home; a second shift
 * adds two more, a night shift another two, but not before summer. Abroad, three a week would be ordered, from March on
 * at the earliest.
 */
public final class TwoMarkets {
    private TwoMarkets() {}

    /** Writes the scenario into an empty folder. */
    public static SmallScenario in(Path folder) {
        return SmallScenario.in(folder)
                .with("scenario.toml", """
                        name = "Small"
                        start_week = "2026-W02"
                        horizon_weeks = 40
                        as_of = 2026-01-04
                        currency = "EUR"
                        home_market = "home"
                        [window]
                        early_weeks = 1
                        late_weeks = 2
                        """)
                .with("capacity.csv", "line,week,units\nL,2026-W02..,2\n")
                .with("markets.csv", "market,transit_weeks,opens_week\nhome,0,\nabroad,2,never\n")
                .with("demand.csv", """
                        week,model,trim,market,low,mid,high
                        2026-W02..2026-W35,Car,Base,home,2,3,4
                        2026-W02..2026-W35,Car,Base,abroad,2,3,4
                        """)
                .with("openings.csv", """
                        market,model,earliest,latest,units_per_week,one_off_cost
                        abroad,Car,2026-W10,2026-W30,3,700
                        """)
                .with("guarantees.csv", """
                        market,model,wait_weeks,from_week
                        ,,6,2026-W10
                        abroad,,30,2026-W10
                        """)
                .with("steps.csv", """
                        step,lead_weeks,one_off_cost,running_cost_per_week
                        second shift,3,5000,10
                        night shift,18,9000,
                        """)
                .with("gains.csv", """
                        step,kind,resource,units_per_week
                        second shift,line,L,2
                        night shift,line,L,2
                        """)
                .with("planning.toml", "wait_cost_per_week = 1\n");
    }

    /** As {@link #in}, with thirty orders at home and two abroad, where nobody can be served yet. */
    public static SmallScenario full(Path folder) {
        StringBuilder orders = new StringBuilder("order_id,locked_at,market,model,trim\n");
        for (int i = 10; i < 40; i++) {
            orders.append("H").append(i).append(",2025-12-01,home,Car,Base\n");
        }
        for (int i = 0; i < 2; i++) {
            orders.append("E").append(i).append(",2025-12-02,abroad,Car,Base\n");
        }
        return in(folder).with("orders.csv", orders.toString());
    }
}
