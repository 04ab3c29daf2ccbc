package io.rampline.desk.command.sequence;

/** The forms of days that are read, as they are typed. */
enum SequenceFormat {
    roadef2005,
    csplib,
    plant
}
