package io.rampline.simulation.backtest;

import java.util.function.IntToDoubleFunction;

/**
 * Gives a week's output to the models: between the slots that the lines keep and a split by which all books would end
 * together, as makers were seen to do both.
 *
 * <p>A line that builds one model builds that. A share of a model without orders goes to the others of its line.
 */
final class SharingOut {
    private final Plant plant;
    private final int models;
    /** 0: slots alone; 1: all books end together. */
    private final double balance;

    SharingOut(Plant plant, int models, double balance) {
        this.plant = plant;
        this.models = models;
        this.balance = balance;
    }

    /**
     * Shares of each line by model; each line's sum to 1, or to 0 where it can build nothing that is ordered.
     *
     * @param output by line
     * @param books orders by model
     */
    double[][] shares(double[] output, double[] books) {
        double total = 0;
        double orders = 0;
        for (double units : output) {
            total += units;
        }
        for (double book : books) {
            orders += book;
        }
        double[] need = new double[models];
        for (int m = 0; m < models; m++) {
            need[m] = orders > 0 ? total * books[m] / orders : 0;
            for (int line = 0; line < output.length; line++) {
                if (plant.isDedicated(line) && plant.builds(line, m)) {
                    need[m] -= output[line];
                }
            }
        }
        double[][] shares = new double[output.length][];
        for (int line = 0; line < output.length; line++) {
            int here = line;
            double[] byBook = normal(line, books, m -> books[m]);
            double[] bySlots = plant.keepsSlots(line) ? normal(line, books, m -> plant.slots(here, m)) : byBook;
            double[] byNeed = normal(line, books, m -> StrictMath.max(0, need[m]));
            shares[line] = normal(line, books, m -> (1 - balance) * bySlots[m] + balance * byNeed[m]);
        }
        return shares;
    }

    /**
     * Weights of what the line can build and somebody ordered, made to sum to 1; the orders themselves when all are 0.
     */
    private double[] normal(int line, double[] books, IntToDoubleFunction weight) {
        double[] shares = new double[models];
        double sum = 0;
        for (int m = 0; m < models; m++) {
            shares[m] = plant.builds(line, m) && books[m] > 0 ? weight.applyAsDouble(m) : 0;
            sum += shares[m];
        }
        if (sum <= 0) {
            for (int m = 0; m < models; m++) {
                shares[m] = plant.builds(line, m) ? StrictMath.max(0, books[m]) : 0;
                sum += shares[m];
            }
        }
        for (int m = 0; m < models && sum > 0; m++) {
            shares[m] /= sum;
        }
        return shares;
    }
}
