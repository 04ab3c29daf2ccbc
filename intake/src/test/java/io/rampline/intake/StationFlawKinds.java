package io.rampline.intake;

/** The kinds of flaw that are planted in {@code stations.csv}. */
final class StationFlawKinds {
    private static final String FILE = "stations.csv";

    private StationFlawKinds() {}

    static void add() {
        line("a station of an unknown line", "F11,trim,60,,,,,,,,,,,,,", 1, "F11", "\"F1\"");
        line("a station twice", "F1,body,60,,,,,,,,,,,,,", 2, "body", "delete");
        line("a station without a cycle", "F1,s1,,,,,,,,,,,,,,", 3, "nothing", "");
        line("a cycle of no time", "F1,s2,0,,,,,,,,,,,,,", 3, "0", "");
        line("a cycle with its unit", "F1,s3,60 s,,,,,,,,,,,,,", 3, "60 s", "60");
        line("an unknown kind of times", "F1,s4,60,fixd,,,,,,,,,,,,", 4, "fixd", "\"fixed\"");
        line("lognormal times without their variation", "F1,s5,60,lognormal,,,,,,,,,,,,", 5, "nothing", "");
        line("fixed times that vary", "F1,s6,60,fixed,0.3,,,,,,,,,,,", 5, "0.3", "lognormal");
        line("half a place", "F1,s7,60,,,0.5,,,,,,,,,,", 6, "0.5", "");
        line("a negative buffer", "F1,s8,60,,,,-1,,,,,,,,,", 7, "-1", "minus");
        line("a buffer before the first station", "F3,s9,60,,,,5,,,,,,,,,", 7, "5", "");
        line("breakdowns without repair", "F1,s10,60,,,,,600,,,,,,,,", 9, "nothing", "");
        line("repair without breakdowns", "F1,s11,60,,,,,,20,,,,,,,", 9, "20", "how often");
        line("an unknown kind of repair", "F1,s12,60,,,,,600,20,expo,,,,,,", 10, "expo", "");
        line("repairs that vary in an unknown way", "F1,s13,60,,,,,600,20,,2,,,,,", 11, "2", "lognormal");
        line("an unknown wear", "F1,s14,60,,,,,600,20,,,clok,,,,", 12, "clok", "\"clock\"");
        line("rework as a percentage", "F1,s15,60,,,,,,,,,,5,,,", 13, "5", "");
        line("rework to a later station", "F1,s16,60,,,,,,,,,,0.1,trimm,,", 14, "trimm", "");
    }

    private static void line(String name, String text, int column, String found, String maybe) {
        FlawKinds.line(name, FILE, text, column, found, maybe);
    }
}
