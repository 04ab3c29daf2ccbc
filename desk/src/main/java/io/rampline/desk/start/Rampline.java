package io.rampline.desk.start;

import io.rampline.desk.command.CommandDesk;
import io.rampline.desk.command.Terminal;
import io.rampline.desk.command.backtest.BacktestCommand;
import io.rampline.desk.command.book.BookCommands;
import io.rampline.desk.command.flowline.FlowlineCommand;
import io.rampline.desk.command.money.MoneyCommand;
import io.rampline.desk.command.pack.BoardPackCommand;
import io.rampline.desk.command.pack.DemoCommand;
import io.rampline.desk.command.sequence.SequenceCommand;
import io.rampline.desk.command.simulate.SimulateCommand;
import io.rampline.desk.command.sweep.SweepCommand;
import io.rampline.desk.command.timetable.TimetableCommand;
import java.util.ArrayList;
import java.util.List;

/** The entry of every command that a user types. */
public final class Rampline {
    private Rampline() {}

    /** Runs the command named by the arguments and ends with its exit code. */
    public static void main(String[] arguments) {
        Terminal terminal = Terminal.ofProcess(System.getenv());
        Thread.setDefaultUncaughtExceptionHandler(CommandDesk.faultsBeside(terminal));
        System.exit(run(terminal, arguments));
    }

    /** Runs the command named by the arguments and gives its exit code. */
    static int run(Terminal terminal, String... arguments) {
        List<Object> more = new ArrayList<>(List.of(
                new DemoCommand(terminal),
                new BoardPackCommand(terminal),
                new TimetableCommand(terminal),
                new SimulateCommand(terminal),
                new SweepCommand(terminal),
                new SequenceCommand(terminal),
                new MoneyCommand(terminal),
                new FlowlineCommand(terminal),
                new BacktestCommand(terminal)));
        more.addAll(BookCommands.all(terminal));
        return CommandDesk.run(terminal, version(), more, arguments);
    }

    private static String version() {
        String version = Rampline.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }
}
