package io.rampline.proving;

import io.rampline.proving.bench.Benchmarks;
import io.rampline.proving.peer.PeerRun;
import io.rampline.proving.prove.Prove;
import java.util.List;

/** The entry of the commands that prove the product: benchmarks and the peers' workload. */
public final class ProvingGround {
    private static final String USAGE = """
            usage: rampline peer-workload --orders N [--flex] [--out FILE.csv]
                   rampline bench promise|repromise
                   rampline bench what-if [ROUNDS [QUESTION...]]
                   rampline bench book [ORDERS]
                   rampline bench launch-night [--seconds S] [--rate R] [--json]
                   rampline bench timetable [--weeks W] [--steps K] [--groups G] [--seed S] [--gap SHARE] [--seconds-limit S] [--futures N] [--json]
                   rampline bench intake [--orders N] [--rounds R] [--dir DIR]
                   rampline bench timetable [--seconds-limit S] [--json]
                   rampline bench sweep [--spark MASTER] [--futures N] [--orders N] [--rounds R]
                   rampline bench backtest [--seeds N] [--futures N]
                   rampline bench money [ORDERS [ROUNDS]]
                   rampline bench flowline [--stations N] [--hours H] [--rounds R]
                   rampline bench sequence DAY... [--seconds S] [--seeds N] [--no-peers]
                   rampline prove [--hours N] [--only NAME [--trials N]] [--seed S]""";

    private ProvingGround() {}

    /** Runs the proof named by the first argument and ends with its exit code. */
    public static void main(String[] arguments) {
        List<String> all = List.of(arguments);
        String name = all.isEmpty() ? "" : all.getFirst();
        List<String> rest = all.isEmpty() ? all : all.subList(1, all.size());
        int code = switch (name) {
            case "peer-workload" -> PeerRun.run(rest);
            case "bench" -> Benchmarks.run(rest);
            case "prove" -> Prove.run(rest);
            default -> {
                System.err.println("found no proof named \"" + name + "\"\n" + USAGE);
                yield 2;
            }
        };
        System.exit(code);
    }
}
