package io.rampline.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A scenario folder without a flaw that uses every file, as lines that a test may change. Line numbers count from 1;
 * line 1 is the header, or for TOML the first line.
 */
final class TestFolder {
    private static final String[][] PRODUCTS = {{"SU7", "Base"}, {"SU7", "Max"}, {"YU7", "Base"}, {"YU7", "Max"}};

    /** Lines as bytes: a planted flaw need not be UTF-8. */
    private final Map<String, List<byte[]>> files = new TreeMap<>();

    private TestFolder() {}

    /** With {@code orders.csv} of so many orders. */
    static TestFolder withOrders(long seed, int orders) {
        TestFolder folder = plan();
        List<String> lines = new ArrayList<>();
        lines.add("order_id,locked_at,market,model,trim,options,priority,deposit,earliest_week,promised_week,"
                + "delivered_on,cancelled_on,source,note");
        Random random = new Random(seed);
        for (int i = 0; i < orders; i++) {
            lines.add(order(random, i));
        }
        folder.put("orders.csv", lines);
        return folder;
    }

    /** With {@code order_counts.csv} and {@code deliveries.csv}. */
    static TestFolder withCounts() {
        TestFolder folder = plan();
        folder.put(
                "order_counts.csv",
                List.of(
                        "from,to,market,model,trim,options,priority,locked,cancelled,source,note",
                        "2025-01-01,2025-01-31,CN,SU7,Base,,retail,400,20,press,",
                        "2025-01-01T08:00:00,2025-02-28,CN,SU7,Max,LIDAR,retail,300,10,,",
                        "2025-02-01,2025-06-30,CN,YU7,Max,,,500,25,,",
                        "2025-03-01,2025-06-30,DE,YU7,Base,TOW,fleet,200,0,,",
                        "2025-03-01,2025-06-30,CN,YU7,Base,,fleet,0,0,,",
                        "2025-06-01,2025-07-06,CN,SU7,Base,,fleet,100,5,,"));
        folder.put(
                "deliveries.csv",
                List.of(
                        "from,to,model,trim,units,source,note",
                        "2025-02-01,2025-03-31,SU7,*,250,,",
                        "2025-04-01,2025-06-30,SU7,Base,60,,",
                        "2025-03-15,2025-06-30,YU7,,180,press,"));
        return folder;
    }

    private static String order(Random random, int number) {
        String[] product = PRODUCTS[random.nextInt(PRODUCTS.length)];
        int day = 1 + random.nextInt(28);
        int month = 1 + random.nextInt(5);
        String option = random.nextInt(3) == 0 ? "LIDAR" : "";
        String lockedAt =
                String.format("2025-%02d-%02dT%02d:%02d:11", month, day, random.nextInt(24), random.nextInt(60));
        int fate = random.nextInt(8);
        return String.join(
                ",",
                String.format("X-%06d", number),
                random.nextInt(5) == 0 ? lockedAt.substring(0, 10) : lockedAt,
                random.nextInt(4) == 0 ? "DE" : random.nextBoolean() ? "CN" : "",
                product[0],
                product[1],
                option,
                random.nextInt(4) == 0 ? "fleet" : random.nextBoolean() ? "retail" : "",
                random.nextInt(3) == 0 ? "" : random.nextBoolean() ? "5000" : "1234.5",
                random.nextInt(6) == 0 ? "2025-W40" : "",
                random.nextInt(3) == 0 ? "2025-W35" : "",
                fate == 0 ? "2025-06-30" : "",
                fate == 1 ? "2025-06-29" : "",
                random.nextInt(9) == 0 ? "press" : "",
                random.nextInt(9) == 0 ? "\"said, twice\"" : "");
    }

    private static TestFolder plan() {
        TestFolder folder = new TestFolder();
        folder.put(
                "scenario.toml",
                List.of(
                        "name = \"Test\"",
                        "start_week = \"2025-W28\"",
                        "horizon_weeks = 60",
                        "as_of = 2025-07-06",
                        "currency = \"CNY\"",
                        "minor_units = 2",
                        "home_market = \"CN\"",
                        "frozen_weeks = 2",
                        "confidence = 0.9",
                        "rules.hysteresis_weeks = 2",
                        "rules.priority_classes = [\"fleet\", \"retail\"]",
                        "window.late_share = 0.1",
                        "orders.seed = 7"));
        folder.put(
                "sources.csv",
                List.of(
                        "source,url,published,grade,note",
                        "press,https://example.org/a,2025-07,B,",
                        "agency,https://example.org/b,,A,",
                        "forum,https://example.org/c,summer,D,"));
        folder.put(
                "markets.csv",
                List.of(
                        "market,transit_weeks,opens_week,transport_units_per_week,source,note",
                        "CN,1,,,,",
                        "DE,8,,400,,",
                        "NO,9,2026-W01,100,,",
                        "US,9,never,,,"));
        folder.put(
                "products.csv",
                List.of(
                        "model,trim,price,unit_cost,compensation_per_week,lines,source,note",
                        "SU7,Base,215900,,500,,press,",
                        "SU7,Max,299900.50,200000,500,F1,,",
                        "YU7,Base,253500,,,F2|F1,,",
                        "YU7,Max,329900,250000,,,,"));
        folder.put(
                "lines.csv",
                List.of(
                        "plant,line,models,jobs_per_hour,hours_per_shift,shifts,days_per_week,oee,ramp,ramp_start,source,note",
                        "North,F1,SU7|YU7,47.4,11,2,6,0.96,,,,",
                        "North,F2,YU7,47.4,10,1,6,0.9,launch,2025-W30,press,",
                        "South,F3,SU7,,,,,,,,,"));
        folder.put(
                "stations.csv",
                List.of(
                        "line,station,cycle_seconds,cycle_kind,cycle_variation,places,buffer_before,mtbf_minutes,"
                                + "mttr_minutes,mttr_kind,mttr_variation,wear,rework_share,rework_to,source,note",
                        "F1,body,70,fixed,,1,,600,12,,,,,,,",
                        "F1,paint,140,lognormal,0.1,2,30,300,20,lognormal,1.2,clock,0.05,,press,",
                        "F1,assembly,72,,,,20,900,5,fixed,,operating,0.02,paint,,",
                        "F2,all,76,exponential,,,,,,,,,,,,one row for the whole line"));
        folder.put(
                "ramps.csv",
                List.of(
                        "ramp,kind,age_weeks,share,midpoint_weeks,rate_per_week,source,note",
                        "launch,table,0,0.1,,,,",
                        "launch,table,6,0.5,,,,",
                        "launch,table,12,1,,,,",
                        "slow,logistic,,,10,0.4,,",
                        "late,gompertz,,,10,0.4,,"));
        folder.put(
                "calendar.csv",
                List.of(
                        "plant,week,working_days,source,note",
                        "*,2025-W40,0,,",
                        "North,2025-W40,2,,",
                        "South,2025-W31..2025-W32,0,,",
                        ",2026-W08..2026-W09,1,,"));
        folder.put(
                "capacity.csv",
                List.of(
                        "line,week,units,source,note",
                        "F3,2025-W28..2025-W39,100,,",
                        "F3,2025-W40..,200,,",
                        "F1,2025-W28,6900,press,",
                        "F1,2024-W01..2024-W10,1,,"));
        folder.put(
                "parts.csv",
                List.of("part,opening_stock,unit_cost,source,note", "PACK,1200,62000,,", "CHIP,,,,", "SEAT,5,1.5,,"));
        folder.put(
                "supply.csv",
                List.of(
                        "part,week,units,source,note",
                        "PACK,2025-W28..,2400,,",
                        "PACK,2025-W30..2025-W31,100,,",
                        "CHIP,2025-W28..2025-W50,9000,press,",
                        "SEAT,2025-W29,50,,"));
        folder.put(
                "bill.csv",
                List.of(
                        "model,trim,option,part,quantity,offset_weeks,source,note",
                        "YU7,Max,,PACK,1,-1,,",
                        "*,,,CHIP,3,0,,",
                        "SU7,*,LIDAR,CHIP,2,0,,",
                        "*,Base,,SEAT,,-2,,"));
        folder.put(
                "options.csv",
                List.of(
                        "option,model,week,units_per_week,price,source,note",
                        "LIDAR,*,2025-W28..2025-W30,750,20000,,",
                        "LIDAR,*,2025-W31..,900,,,",
                        "TOW,YU7,,,8000,,",
                        "ROOF,SU7,2025-W28..,300,12000,press,"));
        folder.put(
                "mix.csv",
                List.of(
                        "line,model,trim,week,units_per_week,source,note",
                        "F1,SU7,Max|Base,2025-W28..,4300,,",
                        "*,YU7,,2025-W28..2025-W35,3000,,",
                        "*,YU7,,2025-W36..,4000,,",
                        "F2,YU7,Max,,2000,,"));
        folder.put(
                "quotas.csv",
                List.of(
                        "market,model,week,units,line,source,note",
                        "DE,SU7,2025-W28..2025-W40,300,F1,,",
                        "DE,SU7,2025-W41..,350,F1,,",
                        "DE,YU7,2025-W28..,100,,,",
                        "NO,*,2026-W01..,50,,,"));
        folder.put(
                "demand.csv",
                List.of(
                        "week,model,trim,market,low,mid,high,source,note",
                        "2025-W28..2025-W40,YU7,Max,CN,900,1200,1500,,",
                        "2025-W41..,YU7,Max,CN,800,1100,1400,,",
                        "2025-W28..,SU7,Base,,,600,,,",
                        "2025-W28..,SU7,Base,DE,10,20,,press,"));
        TestPlanning.addTo(folder);
        folder.put(
                "deposits.toml",
                List.of("deposit = 5000", "cooling_off_days = 7", "[model.YU7]", "deposit = 20000.50"));
        folder.put(
                "outturn/deliveries.csv",
                List.of(
                        "from,to,model,trim,units,source,note",
                        "2025-06-01,2025-06-30,*,*,25100,press,",
                        "2025-07-01,2025-07-31,SU7,,14000,,",
                        "2025-07-01,2025-07-31,YU7,Max,6000,,"));
        folder.put(
                "outturn/posted_waits.csv",
                List.of(
                        "date,model,trim,weeks_low,weeks_high,grade,source,note",
                        "2025-07-06,YU7,Max,38,41,A,press|agency,",
                        "2025-07-06,YU7,Base,58.5,,B,,",
                        "2025-07-06,SU7,*,,34,,,"));
        folder.put(
                "outturn/commitments.csv",
                List.of(
                        "issuer,made,metric,target,due,actual,actual_date,source,note",
                        "Maker,2024-05-23,deliveries 2024,100000-120000,2024-12-31,>135000,2024-12-31,press,",
                        "Maker,2025-03,deliveries 2025,350000,2025-12-31,,,,",
                        "Maker,2023,cars a week,5000,2025-06-30,about 4000.5,2025-06-30,,"));
        return folder;
    }

    List<byte[]> lines(String file) {
        return files.get(file);
    }

    String line(String file, int number) {
        return new String(files.get(file).get(number - 1), StandardCharsets.ISO_8859_1);
    }

    void setLine(String file, int number, String text) {
        files.get(file).set(number - 1, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Text as one byte a character, to plant bytes that are not UTF-8. */
    void setBytes(String file, int number, String latin1) {
        files.get(file).set(number - 1, latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The answer is the number of the new line. */
    int addLine(String file, String text) {
        files.get(file).add(text.getBytes(StandardCharsets.UTF_8));
        return files.get(file).size();
    }

    void put(String file, List<String> lines) {
        List<byte[]> bytes = new ArrayList<>();
        lines.forEach(line -> bytes.add(line.getBytes(StandardCharsets.UTF_8)));
        files.put(file, bytes);
    }

    void remove(String file) {
        files.remove(file);
    }

    Iterable<String> names() {
        return List.copyOf(files.keySet());
    }

    byte[] bytes(String file) {
        return bytes(file, "\n");
    }

    byte[] bytes(String file, String lineEnd) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] line : files.get(file)) {
            out.writeBytes(line);
            out.writeBytes(lineEnd.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    Path write(Path dir) throws IOException {
        return write(dir, "\n");
    }

    Path write(Path dir, String lineEnd) throws IOException {
        Files.createDirectories(dir.resolve("outturn"));
        for (String file : files.keySet()) {
            Files.write(dir.resolve(file), bytes(file, lineEnd));
        }
        return dir;
    }

    /** The contents of a folder that has no flaw. */
    static ScenarioContents sound(Path dir) {
        return switch (ScenarioFolder.read(dir, Progress.NONE)) {
            case Reading.Sound(var contents, var _) -> contents;
            case Reading.Flawed(var flaws, var _, var _) -> throw new AssertionError("found flaws " + flaws);
        };
    }

    /** The flaws of a folder; none when it is sound. */
    static List<Flaw> flaws(Path dir) {
        return switch (ScenarioFolder.read(dir, Progress.NONE)) {
            case Reading.Sound _ -> List.of();
            case Reading.Flawed(var flaws, var more, var _) -> {
                if (more != 0) {
                    throw new AssertionError("found " + more + " more flaws");
                }
                yield flaws;
            }
        };
    }
}
