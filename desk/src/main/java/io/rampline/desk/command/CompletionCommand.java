package io.rampline.desk.command;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "completion",
        description = "Prints a script that completes commands and options in a shell.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  source <(./rampline completion bash)",
            "  source <(./rampline completion zsh)",
        })
final class CompletionCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
    private Shell shell = Shell.bash;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Shells there is a script for, as they are typed. */
    enum Shell {
        bash,
        zsh
    }

    CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        // One script serves both: it loads zsh's own bridge to bash completions first.
        String bridge = shell == Shell.zsh
                ? "autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n"
                : "";
        terminal.out().print(bridge + AutoComplete.bash("rampline", spec.root().commandLine()));
        return ExitCode.OK;
    }
}
