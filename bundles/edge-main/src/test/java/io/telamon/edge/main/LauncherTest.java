/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.edge.kit.Program;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LauncherTest {
    private final StringBuilder out = new StringBuilder();
    private final StringBuilder err = new StringBuilder();

    @Test
    void runsTheProgramWithItsArguments() {
        Launcher launcher = new Launcher(List.of(new Echo("edgeecho")), out, err);

        assertThat(launcher.run(List.of("echo", "--a", "1"))).isEqualTo(7);
        assertThat(launcher.run(List.of("edgeecho"))).isEqualTo(7);

        assertThat(out).hasToString("[--a, 1][]");
    }

    @Test
    void saysWhatIsWrong() {
        Launcher launcher = new Launcher(List.of(new Echo("echo")), out, err);

        assertThat(launcher.run(List.of("dance"))).isEqualTo(Launcher.MISUSED);
        assertThat(launcher.run(List.of("echo", "bad"))).isEqualTo(Launcher.MISUSED);
        assertThat(launcher.run(List.of("echo", "broken"))).isEqualTo(Launcher.FAILED);

        assertThat(err.toString())
                .contains("no role dance", "echo: no such thing", "echo: port taken");
    }

    @Test
    void helpNamesTheRoles() {
        Launcher launcher = new Launcher(List.of(new Echo("b"), new Echo("edgea")), out, err);

        assertThat(launcher.run(List.of("--help"))).isZero();
        assertThat(launcher.run(List.of())).isEqualTo(Launcher.MISUSED);

        assertThat(out.toString()).contains("Roles: a b");
    }

    @Test
    void findsWhatIsOnTheClassPath() {
        assertThat(Launcher.found())
                .extracting(Program::name)
                .contains(
                        "controller",
                        "edgerouter",
                        "edgedispatcher",
                        "edgecomputer",
                        "client",
                        "ippclient",
                        "multiclient",
                        "tracegen",
                        "computerclient",
                        "tableclient");
    }

    /** Says what it was given. */
    private record Echo(String name) implements Program {
        @Override
        public int run(List<String> arguments, Map<String, String> environment, Appendable out)
                throws IOException {
            if (arguments.contains("bad")) {
                throw new IllegalArgumentException("no such thing");
            }
            if (arguments.contains("broken")) {
                throw new IOException("port taken");
            }
            out.append(arguments.toString());
            return 7;
        }
    }
}
