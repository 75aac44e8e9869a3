/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Command lines read as those of the programs that users know. */
class OptionsTest {
    private final Options options =
            Options.of("edgerouter", "forwards")
                    .option("server-endpoint", "127.0.0.1:6473", "where clients call")
                    .option("server-conf", "type=grpc", "transport")
                    .option("num-threads", "5", "threads")
                    .option("sizes", "100", "sizes")
                    .flag("secure", "mutual TLS");

    @Test
    void valuesStandAloneOrBehindASign() {
        Options.Parsed parsed =
                options.parse(List.of("--server-endpoint", "h:1", "--num-threads=7", "--secure"));

        assertThat(parsed.endPoint("server-endpoint")).isEqualTo(new EndPoint("h", 1));
        assertThat(parsed.whole("num-threads", 1, 100)).isEqualTo(7);
        assertThat(parsed.flag("secure")).isTrue();
        assertThat(parsed.given("server-conf")).isFalse();
    }

    @Test
    void aNameMayBeCutShortWhileOnlyOneBeginsThatWay() {
        assertThat(options.parse(List.of("--num", "3")).whole("num-threads", 1, 9)).isEqualTo(3);
        assertThatThrownBy(() -> options.parse(List.of("--server", "h:1")))
                .hasMessage("--server may be --server-conf or --server-endpoint");
        assertThatThrownBy(() -> options.parse(List.of("--port", "1")))
                .hasMessage("there is no option --port; see --help");
    }

    @Test
    void whatMakesNoSenseIsNamed() {
        assertThatThrownBy(() -> options.parse(List.of("x"))).hasMessageContaining("no option");
        assertThatThrownBy(() -> options.parse(List.of("--sizes")))
                .hasMessage("--sizes wants a value");
        assertThatThrownBy(() -> options.parse(List.of("--secure=1")))
                .hasMessage("--secure takes no value");
        assertThatThrownBy(() -> options.parse(List.of("--sizes", "1", "--sizes", "2")))
                .hasMessage("--sizes is given twice");
        assertThatThrownBy(() -> options.parse(List.of("--num-t", "x")).whole("num-threads", 1, 9))
                .hasMessage("--num-threads: num-threads=x is no number");
    }

    @Test
    void helpShowsEveryOptionWithItsDefault() {
        assertThat(options.parse(List.of("-h")).help()).isTrue();
        assertThat(options.help()).contains("--server-conf arg", "(type=grpc)", "--secure  ");
    }

    @Test
    void aListOfKeysGoesOverTheDefaults() {
        Conf conf = Conf.parse("--table-conf", "type=random,alpha=1", "alpha=2,beta=0.5");

        assertThat(conf).hasToString("type=random,alpha=2,beta=0.5");
        assertThat(conf.number("beta", 0, 1)).isEqualTo(0.5);
        assertThatThrownBy(() -> conf.only("type", "alpha"))
                .hasMessage("--table-conf has no key 'beta', only type, alpha");
        assertThatThrownBy(() -> conf.whole("beta", 0, 1)).hasMessageContaining("whole");
        assertThatThrownBy(() -> conf.number("alpha", 0, 1)).hasMessageContaining("within");
        assertThatThrownBy(() -> conf.flag("type")).hasMessageContaining("neither");
        assertThatThrownBy(() -> Conf.parse("--c", "", "x")).hasMessageContaining("key=value");
    }
}
