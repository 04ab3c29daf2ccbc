package io.rampline.ramp.milp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Futures put together, each in one cluster; clusters are only ever split. */
final class Clusters {
    private final List<PlanningCase> cases;
    private final double[] weight;
    private List<int[]> clusters = new ArrayList<>();

    /** The futures that ask most of a group stand alone, for they mostly decide what is needed; all others together. */
    Clusters(List<PlanningCase> cases, double[] weight) {
        this.cases = cases;
        this.weight = weight;
        int[] all = IntStream.range(0, cases.size()).toArray();
        clusters.add(all);
        for (int g = 0; g < cases.getFirst().customers.size(); g++) {
            int group = g;
            Arrays.stream(all)
                    .boxed()
                    .max(Comparator.comparingDouble(s -> orders(s, group)))
                    .ifPresent(this::apart);
        }
    }

    private double orders(int future, int group) {
        return Arrays.stream(cases.get(future).customers.get(group).orders).sum();
    }

    List<int[]> list() {
        return List.copyOf(clusters);
    }

    double weight(int[] members) {
        return Arrays.stream(members).mapToDouble(s -> weight[s]).sum();
    }

    private void apart(int future) {
        List<int[]> next = new ArrayList<>();
        for (int[] cluster : clusters) {
            int[] rest = Arrays.stream(cluster).filter(s -> s != future).toArray();
            if (rest.length > 0) {
                next.add(rest);
            }
        }
        next.add(new int[] {future});
        clusters = next;
    }

    /** Splits a cluster in two, by rising cost. */
    void split(int[] cluster, double[] costs) {
        int[] sorted = Arrays.stream(cluster)
                .boxed()
                .sorted(Comparator.comparingDouble(s -> costs[s]))
                .mapToInt(Integer::intValue)
                .toArray();
        List<int[]> next = new ArrayList<>(clusters);
        next.removeIf(other -> Arrays.equals(other, cluster));
        next.add(Arrays.copyOfRange(sorted, 0, sorted.length / 2));
        next.add(Arrays.copyOfRange(sorted, sorted.length / 2, sorted.length));
        clusters = next;
    }

    /** The mean of the futures of a cluster. */
    PlanningCase mean(int[] members) {
        if (members.length == 1) {
            return cases.get(members[0]);
        }
        double all = weight(members);
        PlanningCase mean = cases.get(members[0]).again();
        for (int g = 0; g < mean.customers.size(); g++) {
            double[] orders = mean.customers.get(g).orders;
            Arrays.fill(orders, 0);
            for (int s : members) {
                double[] its = cases.get(s).customers.get(g).orders;
                for (int t = 0; t < orders.length; t++) {
                    orders[t] += weight[s] / all * its[t];
                }
            }
        }
        return mean;
    }
}
