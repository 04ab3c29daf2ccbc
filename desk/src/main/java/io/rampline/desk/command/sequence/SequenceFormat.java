package io.rampline.desk.command.sequence;

import io.rampline.sequence.form.PlantFolder;
import java.nio.file.Files;
import java.nio.file.Path;

/** The forms of days that are read, as they are typed. */
enum SequenceFormat {
    roadef2005,
    csplib,
    plant,
    scenario;

    /** The form that a folder or file looks like. */
    static SequenceFormat of(Path day) {
        if (Files.exists(day.resolve("scenario.toml"))) {
            return scenario;
        }
        if (Files.exists(day.resolve(PlantFolder.CARS))) {
            return plant;
        }
        return Files.isRegularFile(day) ? csplib : roadef2005;
    }
}
