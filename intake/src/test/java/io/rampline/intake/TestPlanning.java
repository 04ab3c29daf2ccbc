package io.rampline.intake;

import java.util.List;

/** The planning files of {@link TestFolder}. */
final class TestPlanning {
    private TestPlanning() {}

    static void addTo(TestFolder folder) {
        folder.put(
                "steps.csv",
                List.of(
                        "step,lead_weeks,earliest,latest,one_off_cost,payments,running_cost_per_week,crew,after,exclusive,decided,source,note",
                        "second-shift,6,2025-W30,2025-W50,2000000,0:300|12:700,150000.50,120,,,,press,",
                        "robots,8,,,5000000,,,,second-shift+4,takt,,,",
                        "fast-belt,10,2025-W35,,7000000,,,,,takt,,,",
                        "packs-2,12,,,,,9000,,,,2025-W20,,begun before the book was read",
                        "hall,40,2025-W20,2026-W20,100000000000,0:100|20:400|40:500,,,,,,,",
                        "line-4,4,,,,,,80,hall+26|second-shift,,,,"));
        folder.put(
                "gains.csv",
                List.of(
                        "step,kind,resource,units_per_week,ramp,source,note",
                        "second-shift,line,F2,2500,launch,press,",
                        "robots,line,F1,300,,,",
                        "fast-belt,line,F1,250,slow,,",
                        "packs-2,part,PACK,400,,,",
                        "line-4,line,F3,900,late,,",
                        "line-4,mix,F1 SU7 Base|Max,700,,,",
                        "line-4,option,LIDAR *,50,,,",
                        "line-4,transport,DE,60,,,",
                        "line-4,quota,US SU7,40,,,"));
        folder.put(
                "openings.csv",
                List.of(
                        "market,model,earliest,latest,units_per_week,one_off_cost,line,decided,source,note",
                        "US,SU7,2026-W01,2026-W20,150,4000000,F1,,press,",
                        "US,YU7,2026-W01,,100,,,2026-W05,,"));
        folder.put(
                "budget.csv",
                List.of(
                        "period,spend_max,source,note",
                        "2025-W28..2025-W52,10000000,,",
                        "2025-W28..,15000000000,press,",
                        "2024-W01..2024-W10,1,,before the horizon"));
        folder.put("crew.csv", List.of("week,people,source,note", "2025-W30..2025-W52,150,,", "2026-W01..,260,press,"));
        folder.put(
                "guarantees.csv",
                List.of(
                        "market,model,wait_weeks,from_week,source,note",
                        ",,20,2026-W01,,",
                        "CN,YU7,12,2026-W10,press,",
                        "DE,*,26,,,"));
        folder.put(
                "planning.toml",
                List.of(
                        "discount_percent_per_year = 8",
                        "cancellations_percent_per_month = 0.4",
                        "wait_cost_per_week = 50",
                        "[cash]",
                        "opening = 90000000000",
                        "floor = 20000000000.50",
                        "[model.YU7]",
                        "cancellations_percent_per_month = 0.6"));
        folder.put(
                "uncertainty.toml",
                List.of(
                        "[lines]",
                        "noise_percent = 5",
                        "level_percent = 4",
                        "[line.F2]",
                        "delay_spread_weeks = 6",
                        "[plant.North]",
                        "outages_per_year = 1",
                        "[part.PACK]",
                        "held_percent = 50",
                        "[leaving]",
                        "after_slip_factor = 2"));
        addLineRules(folder);
    }

    private static void addLineRules(TestFolder folder) {
        folder.put(
                "line_rules.csv",
                List.of(
                        "line,option,model,trim,most,in,priority,weight,source,note",
                        "F1,LIDAR,*,,1,3,high,5,press,",
                        "*,,YU7,Max,even,20,low,,,",
                        ",TOW,,,2,7,,,,"));
        folder.put("paint.csv", List.of("line,colour_run,aims,source,note", "F1,15,colours|high,,", "*,20,,press,"));
        folder.put(
                "colours.csv",
                List.of(
                        "colour,option,model,rgb,share,source,note",
                        "Red,ROOF,,#a4262c,,,",
                        "White,,SU7,#ffffff,3,press,",
                        "Black,,,,,,"));
    }
}
