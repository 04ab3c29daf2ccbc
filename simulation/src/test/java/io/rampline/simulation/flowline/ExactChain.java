package io.rampline.simulation.flowline;

import io.rampline.factory.FlowLine;
import io.rampline.factory.Station;
import io.rampline.factory.Station.Breakdowns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A short line whose times are all exponential, exactly: every state it can be in and the share of the time spent
 * there. Single places, breakdowns in work, no rework.
 */
final class ExactChain {
    private static final int EMPTY = 0;
    private static final int WORKS = 1;
    private static final int BLOCKED = 2;
    private static final int DOWN = 3;

    private final List<Station> stations;
    private final Map<List<Integer>, Integer> numbers = new LinkedHashMap<>();
    private final List<List<int[]>> ways = new ArrayList<>();
    private final List<List<Double>> rates = new ArrayList<>();

    private ExactChain(List<Station> stations) {
        this.stations = stations;
    }

    /** Good jobs an hour. */
    static double jobsPerHour(FlowLine line) {
        return new ExactChain(line.stations()).solve();
    }

    private double solve() {
        int size = stations.size();
        List<int[]> states = new ArrayList<>();
        number(settled(new int[2 * size]), states);
        for (int at = 0; at < states.size(); at++) {
            leave(states.get(at), states);
        }
        double[] shares = stationary(states.size());
        double rate = 0;
        for (int at = 0; at < shares.length; at++) {
            if (states.get(at)[2 * size - 1] == WORKS) {
                rate += shares[at] * 3600 / stations.getLast().cycle().meanSeconds();
            }
        }
        return rate;
    }

    /** A state holds, for each station, the jobs that wait before it and what it does. */
    private int number(int[] state, List<int[]> states) {
        List<Integer> key = Arrays.stream(state).boxed().toList();
        Integer known = numbers.putIfAbsent(key, states.size());
        if (known == null) {
            states.add(state);
            ways.add(new ArrayList<>());
            rates.add(new ArrayList<>());
            return states.size() - 1;
        }
        return known;
    }

    private void leave(int[] state, List<int[]> states) {
        for (int i = 0; i < stations.size(); i++) {
            double work = 1 / stations.get(i).cycle().meanSeconds();
            switch (state[2 * i + 1]) {
                case WORKS -> {
                    boolean last = i == stations.size() - 1;
                    way(state, states, i, last ? EMPTY : BLOCKED, work);
                    int station = i;
                    stations.get(i)
                            .breakdowns()
                            .ifPresent(breaks -> way(state, states, station, DOWN, 1 / breaks.meanSecondsBetween()));
                }
                case DOWN -> {
                    Breakdowns breaks = stations.get(i).breakdowns().orElseThrow();
                    way(state, states, i, WORKS, 1 / breaks.repair().meanSeconds());
                }
                default -> {}
            }
        }
    }

    private void way(int[] state, List<int[]> states, int station, int becomes, double rate) {
        int from = numbers.get(Arrays.stream(state).boxed().toList());
        int[] next = state.clone();
        next[2 * station + 1] = becomes;
        int to = number(settled(next), states);
        ways.get(to).add(new int[] {from});
        rates.get(to).add(rate);
    }

    private int[] settled(int[] state) {
        boolean moved = true;
        while (moved) {
            moved = false;
            for (int i = 0; i < stations.size(); i++) {
                if (state[2 * i + 1] == EMPTY) {
                    if (i == 0) {
                        state[1] = WORKS;
                        moved = true;
                    } else if (state[2 * i] > 0) {
                        state[2 * i]--;
                        state[2 * i + 1] = WORKS;
                        moved = true;
                    } else if (state[2 * i - 1] == BLOCKED) {
                        state[2 * i - 1] = EMPTY;
                        state[2 * i + 1] = WORKS;
                        moved = true;
                    }
                } else if (i > 0
                        && state[2 * i - 1] == BLOCKED
                        && state[2 * i] < stations.get(i).bufferBefore()) {
                    state[2 * i - 1] = EMPTY;
                    state[2 * i]++;
                    moved = true;
                }
            }
        }
        return state;
    }

    /** Balance of each state in turn, until nothing changes. */
    private double[] stationary(int states) {
        double[] out = new double[states];
        for (int to = 0; to < states; to++) {
            for (int i = 0; i < ways.get(to).size(); i++) {
                out[ways.get(to).get(i)[0]] += rates.get(to).get(i);
            }
        }
        double[] share = new double[states];
        Arrays.fill(share, 1.0 / states);
        double change = 1;
        for (int round = 0; round < 200_000 && change > 1e-13; round++) {
            change = 0;
            for (int to = 0; to < states; to++) {
                double in = 0;
                for (int i = 0; i < ways.get(to).size(); i++) {
                    in += share[ways.get(to).get(i)[0]] * rates.get(to).get(i);
                }
                change = Math.max(change, Math.abs(in / out[to] - share[to]));
                share[to] = in / out[to];
            }
            double sum = Arrays.stream(share).sum();
            for (int to = 0; to < states; to++) {
                share[to] /= sum;
            }
        }
        return share;
    }
}
