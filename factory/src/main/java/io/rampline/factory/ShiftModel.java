package io.rampline.factory;

/**
 * How a line is run. Effective capacity, never nameplate: jobs per hour x hours x shifts x days x OEE.
 *
 * @param jobsPerHour units an hour at full rate, 0 to 1000 (3600 / takt in seconds)
 * @param hoursPerShift hours, 0 to 24
 * @param shiftsPerDay shifts, 0 to 4; hours x shifts is at most 24
 * @param daysPerWeek days, 0 to 7
 * @param oee overall equipment effectiveness, 0 to 1
 */
public record ShiftModel(
        double jobsPerHour, double hoursPerShift, double shiftsPerDay, double daysPerWeek, double oee) {
    public ShiftModel {
        inRange("jobs_per_hour", jobsPerHour, 1000);
        inRange("hours_per_shift", hoursPerShift, 24);
        inRange("shifts", shiftsPerDay, 4);
        inRange("days_per_week", daysPerWeek, 7);
        inRange("oee", oee, 1);
        inRange("hours_per_shift x shifts", hoursPerShift * shiftsPerDay, 24);
    }

    /** Units in a week with at most {@code workingDays} days, 0 to 7, before any ramp share. */
    public double unitsPerWeek(double workingDays) {
        return jobsPerHour * hoursPerShift * shiftsPerDay * Math.min(daysPerWeek, workingDays) * oee;
    }

    private static void inRange(String name, double value, double max) {
        if (!(value >= 0 && value <= max)) {
            throw new IllegalArgumentException("found " + name + " = " + value + ", expected 0 to " + max);
        }
    }
}
