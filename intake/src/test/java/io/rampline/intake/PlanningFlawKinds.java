package io.rampline.intake;

/** The kinds of flaw that are planted in the planning files. */
final class PlanningFlawKinds {
    private PlanningFlawKinds() {}

    static void add() {
        steps();
        gains();
        openings();
        limits();
        terms();
        uncertainty();
        lineRules();
    }

    private static void lineRules() {
        String rules = "line_rules.csv";
        line("a rule of an unknown line", rules, "F11,LIDAR,,,1,3,,,,", 1, "F11", "\"F1\"");
        line("a rule about an unknown option", rules, ",LIDAT,,,1,3,,,,", 2, "LIDAT", "\"LIDAR\"");
        line("a rule about an unknown model", rules, ",,YU8,,1,3,,,,", 3, "YU8", "\"YU7\"");
        line("a rule about every car", rules, "F1,,,,1,3,,,,", 2, "nothing", "which cars");
        line("a rule that nobody can break", rules, ",LIDAR,,,3,3,,,,", 5, "3", "delete");
        line("a window of no cars", rules, ",LIDAR,,,1,0,,,,", 6, "0", "");
        line("a priority between high and low", rules, ",LIDAR,,,1,3,middle,,,", 7, "middle", "");
        line("a violation that weighs nothing", rules, ",LIDAR,,,1,3,,0,,", 8, "0", "");
        line("two batches for a line", "paint.csv", "F1,5,,,", 1, "F1", "delete");
        line("a batch of no cars", "paint.csv", "F2,0,,,", 2, "0", "");
        line("an unknown aim", "paint.csv", "F3,5,colors,,", 3, "colors", "first");
        line("two colours for an option", "colours.csv", "Blue,ROOF,,,,,", 1, "Blue", "delete");
        line("a colour by its name", "colours.csv", "Grey,,,blue,,,", 4, "blue", "");
        line("a colour for less than nobody", "colours.csv", "Green,,,,-1,,", 5, "-1", "minus");
    }

    private static void steps() {
        String file = "steps.csv";
        line("a step twice", file, "hall,1,,,,,,,,,,,", 1, "hall", "delete");
        line("a step without a lead", file, "s1,,,,,,,,,,,,", 2, "nothing", "");
        line("a lead of eleven years", file, "s2,572,,,,,,,,,,,", 2, "572", "");
        line("a step that ends like a gap", file, "shift+2,1,,,,,,,,,,,", 1, "shift+2", "without the +");
        line("latest before earliest", file, "s3,1,2026-W10,2026-W09,,,,,,,,,", 4, "2026-W09", "swapped");
        line("a step whose time is over", file, "s4,1,,2025-W20,,,,,,,,,", 4, "2025-W20", "decided");
        line("a start on a day", file, "s5,1,2025-10-01,,,,,,,,,,", 3, "2025-10-01", "2025-W40");
        line("a negative cost", file, "s6,1,,,-5,,,,,,,,", 5, "-5", "minus");
        line("a cost with its unit", file, "s7,1,,,5 m,,,,,,,,", 5, "5 m", "5");
        line("payments as percentages", file, "s8,1,,,5,0:30|12:70,,,,,,,", 6, "100 thousandths", "0:300|12:700");
        line("payments of 90 percent", file, "s9,1,,,5,0:300|12:600,,,,,,,", 6, "900 thousandths", "");
        line("payments out of order", file, "s10,1,,,5,12:700|0:300,,,,,,,", 6, "12:700", "sort");
        line("a payment with a percent sign", file, "s11,1,,,5,0:30%|12:70%,,,,,,,", 6, "30%", "thousandths");
        line("a payment without its week", file, "s12,1,,,5,1000,,,,,,,", 6, "1000", "");
        line("payments with semicolons", file, "s13,1,,,5,0:300;12:700,,,,,,,", 6, "0:300;12:700", "|");
        line("a negative running cost", file, "s14,1,,,,,-1,,,,,,", 7, "-1", "minus");
        line("half a worker", file, "s15,1,,,,,,0.5,,,,,", 8, "0.5", "");
        line("after an unknown step", file, "s16,1,,,,,,,hull+4,,,,", 9, "hull", "\"hall\"");
        line("after a step twice", file, "s17,1,,,,,,,hall|hall+4,,,,", 9, "hall|hall+4", "longer");
        line("after with a comma", file, "s18,1,,,,,,,\"hall,robots\",,,,", 9, "hall,robots", "|");
        line("a gap of eleven years", file, "s19,1,,,,,,,hall+572,,,,", 9, "572", "");
        line("a step after itself", file, "s20,1,,,,,,,s20+1,,,,", 9, "s20 after s20", "delete");
        line("after another of the same choice", file, "s21,1,,,,,,,robots,takt,,,", 9, "robots", "exclusive");
        line("a choice without a name", file, "s22,1,,,,,,,,a/b,,,", 10, "a/b", "");
        line("decided some day", file, "s23,1,,,,,,,,,soon,,", 11, "soon", "");
        FlawKinds.add("a circle of steps", file, "", (folder, rows) -> {
            int line = folder.addLine(file, "c1,1,,,,,,,c3,,,,");
            folder.addLine(file, "c2,1,,,,,,,c1,,,,");
            folder.addLine(file, "c3,1,,,,,,,c2|hall,,,,");
            return new Planted(file, line, 9, "c1 after c3 after c2 after c1", "delete");
        });
    }

    private static void gains() {
        String file = "gains.csv";
        line("a gain of an unknown step", file, "hull,line,F1,5,,,", 1, "hull", "\"hall\"");
        line("a gain of an unknown kind", file, "hall,lines,F1,5,,,", 2, "lines", "\"line\"");
        line("a gain on an unknown line", file, "hall,line,F11,5,,,", 3, "F11", "\"F1\"");
        line("a gain on an unknown part", file, "hall,part,PAKC,5,,,", 3, "PAKC", "\"PACK\"");
        line("a gain where no limit is", file, "hall,transport,CN,5,,,", 3, "no limit", "delete");
        line("a gain of nothing", file, "hall,line,F2,0,,,", 4, "0", "");
        line("a negative gain", file, "hall,line,F3,-5,,,", 4, "-5", "minus");
        line("a gain along an unknown ramp", file, "hall,part,CHIP,5,lunch,,", 5, "lunch", "\"launch\"");
        line("a gain twice", file, "robots,line,F1,5,,,", 3, "F1", "sum");
        alone(
                "a gain on an unknown mix limit",
                file,
                "hall,mix,F1 SU7 Max|Base,5,,,",
                3,
                "F1 SU7 Max|Base",
                "F1 SU7 Base|Max");
        alone("a gain on an unknown option limit", file, "hall,option,LIDAR,5,,,", 3, "LIDAR", "LIDAR *");
        alone("a gain on an unknown quota", file, "hall,quota,DE SU8,5,,,", 3, "DE SU8", "\"DE SU7\"");
    }

    private static void openings() {
        String file = "openings.csv";
        line("an opening of an unknown market", file, "UX,SU7,,,5,,,,,", 1, "UX", "\"US\"");
        line("an opening of an open market", file, "DE,SU7,,,5,,,,,", 1, "DE", "never");
        line("an opening twice", file, "US,SU7,,,5,,,,,", 1, "US", "delete");
        line("an opening for an unknown model", file, "US,SU8,,,5,,,,,", 2, "SU8", "\"SU7\"");
        line("an opening turned round", file, "US,*,2026-W05,2026-W04,5,,,,,", 4, "2026-W04", "swapped");
        line("an opening for nobody", file, "US,,,,0,,,,,", 5, "0", "");
        line("an opening on a line of other models", file, "US,SU7,,,5,,F2,,,", 7, "F2", "empty");
        line("an opening on an unknown line", file, "US,SU7,,,5,,F7,,,", 7, "F7", "\"F1\"");
    }

    private static void limits() {
        line("a budget without an amount", "budget.csv", "2026-W01,,,", 2, "nothing", "");
        line("a budget that is owed", "budget.csv", "2026-W01,-1,,", 2, "-1", "minus");
        line("a budget turned round", "budget.csv", "2026-W09..2026-W01,5,,", 1, "2026-W09", "2026-W01..2026-W09");
        line("two crews for a week", "crew.csv", "2025-W52,5,,", 1, "2025-W52", "overlap");
        line("half a crew", "crew.csv", "2025-W28,1.5,,", 2, "1.5", "");
        String guarantees = "guarantees.csv";
        line("two guarantees for one", guarantees, "CN,YU7,8,,,", 3, "8", "delete");
        line("a guarantee in an unknown market", guarantees, "CM,,8,,,", 1, "CM", "\"CN\"");
        line("a guarantee for an unknown model", guarantees, ",YU8,8,,,", 2, "YU8", "\"YU7\"");
        line("a guarantee of no number", guarantees, "US,YU7,,,,", 3, "nothing", "");
        line("a guarantee from some day", guarantees, "US,SU7,8,2026-13,,", 4, "2026-13", "2026-W13");
    }

    private static void terms() {
        String file = "planning.toml";
        toml("a discount of 800 percent", file, 1, "discount_percent_per_year = 800", 29, "800", "");
        toml("everyone leaves", file, 2, "cancellations_percent_per_month = 100", 35, "100", "");
        toml("waiting in quotes", file, 3, "wait_cost_per_week = \"50\"", 22, "\"50\"", "without quotes");
        toml("less cash than the floor", file, 5, "opening = 20000000000", 9, "20000000000.5", "swapped");
        toml("leaving of an unknown model", file, 7, "[model.YUT]", 1, "YUT", "\"YU7\"");
        toml("an unknown term of a model", file, 8, "cancellations = 1", 17, "cancellations", "");
    }

    private static void uncertainty() {
        String file = "uncertainty.toml";
        toml("noise of a hundred percent", file, 2, "noise_percent = 100", 17, "100", "");
        toml("a level in quotes", file, 3, "level_percent = \"4\"", 17, "\"4\"", "without quotes");
        toml("the future of an unknown line", file, 4, "[line.F11]", 1, "F11", "\"F1\"");
        toml("the future of an unknown plant", file, 6, "[plant.Nowhere]", 1, "Nowhere", "");
        toml("the future of an unknown part", file, 8, "[part.PAKC]", 1, "PAKC", "\"PACK\"");
        toml("a mistyped cause", file, 9, "held_percents = 50", 17, "held_percents", "\"held_percent\"");
        toml("customers who like to wait", file, 11, "after_slip_factor = 0.5", 21, "0.5", "");
    }

    private static void line(String name, String file, String text, int column, String found, String maybe) {
        FlawKinds.line(name, file, text, column, found, maybe);
    }

    private static void alone(String name, String file, String text, int column, String found, String maybe) {
        FlawKinds.THAT_STAND_ALONE.add(new FlawKind(
                name,
                file,
                "",
                false,
                (folder, rows) -> new Planted(file, folder.addLine(file, text), column, found, maybe)));
    }

    private static void toml(
            String name, String file, int number, String text, int column, String found, String maybe) {
        FlawKinds.add(name, file, file + number, (folder, rows) -> {
            folder.setLine(file, number, text);
            int place = name.equals("less cash than the floor") ? 6 : number;
            return new Planted(file, place, column, found, maybe);
        });
    }
}
