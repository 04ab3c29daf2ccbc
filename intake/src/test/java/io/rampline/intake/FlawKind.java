package io.rampline.intake;

/**
 * A kind of flaw that a test can plant.
 *
 * @param rival kinds with the same rival change the same lines and cannot be planted together; empty for none
 */
record FlawKind(String name, String file, String rival, boolean inCounts, Planter planter) {
    /** Changes a folder and says what must be reported. */
    interface Planter {
        Planted plant(TestFolder folder, Rows rows);
    }

    Planted plant(TestFolder folder, Rows rows) {
        return planter.plant(folder, rows);
    }

    TestFolder folder(long seed, int orders) {
        return inCounts ? TestFolder.withCounts() : TestFolder.withOrders(seed, orders);
    }

    @Override
    public String toString() {
        return file + ": " + name;
    }
}
