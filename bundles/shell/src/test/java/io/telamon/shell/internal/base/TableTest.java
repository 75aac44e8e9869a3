/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTest {
    private record Row(String name, int size, List<String> tags) {}

    private static final List<Column<Row>> COLUMNS =
            List.of(
                    Column.of("name", Row::name),
                    Column.of("sizeMb", Row::size),
                    Column.wide("tags", Row::tags));
    private final Table table =
            Table.of(
                    List.of(
                            new Row("web", 10, List.of("a", "b")),
                            new Row("db, main", 9, List.of()),
                            new Row("cache", 100, List.of("c"))),
                    COLUMNS);

    @Test
    void alignsColumnsAndLeavesWideOnesOut() {
        assertThat(table.text(false, true))
                .isEqualTo(
                        """
                        NAME      SIZE MB
                        web       10
                        db, main  9
                        cache     100
                        """);
        assertThat(table.text(true, false)).contains("a,b").doesNotContain("NAME");
    }

    @Test
    void sortsNumbersAsNumbersBothWays() {
        assertThat(table.sortedBy("sizeMb").names()).isEqualTo("db, main\nweb\ncache\n");
        assertThat(table.sortedBy("-sizeMb").names()).isEqualTo("cache\nweb\ndb, main\n");
    }

    @Test
    void filtersByAllTerms() {
        assertThat(table.where("name~e").names()).isEqualTo("web\ncache\n");
        assertThat(table.where("name~e,sizeMb!=10").names()).isEqualTo("cache\n");
        assertThat(table.where("name=web").names()).isEqualTo("web\n");
    }

    @Test
    void cutsToColumnsInTheOrderAsked() {
        assertThat(table.only("tags,name").csv(true))
                .isEqualTo("tags,name\n\"a,b\",web\n,\"db, main\"\nc,cache\n");
    }

    @Test
    void unknownColumnsAndTermsAreUsageErrors() {
        assertThatThrownBy(() -> table.only("nome")).hasMessageContaining("name, sizeMb, tags");
        assertThatThrownBy(() -> table.sortedBy("x")).isInstanceOf(CommandFailure.class);
        assertThatThrownBy(() -> table.where("name")).hasMessageContaining("looks like");
    }

    @Test
    void detailsShowListsBelowOneAnother() {
        assertThat(table.where("name=web").details())
                .isEqualTo("name:   web\nsizeMb: 10\ntags:   a\n        b\n");
    }

    @Test
    void jsonKeepsTypes() {
        assertThat(Json.line(table.rows().get(0)))
                .isEqualTo("{\"name\":\"web\",\"sizeMb\":10,\"tags\":[\"a\",\"b\"]}");
    }

    @Test
    void yamlIsBlockStyleAndQuotesWhatIsDoubtful() {
        assertThat(Yaml.of(table.rows().subList(0, 2)))
                .isEqualTo(
                        """
                        - name: web
                          sizeMb: 10
                          tags:
                            - a
                            - b
                        - name: "db, main"
                          sizeMb: 9
                          tags: []
                        """);
        assertThat(Yaml.of(Map.of("state", "true"))).isEqualTo("state: \"true\"\n");
        assertThat(Yaml.of(List.of())).isEqualTo("[]\n");
    }

    @Test
    void timesAndMapsArePlain() {
        Instant time = Instant.parse("2026-03-01T12:00:00.987Z");

        assertThat(Column.of("x", row -> time).valueOf("")).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(Column.of("x", row -> Duration.ofMillis(61_500)).valueOf(""))
                .isEqualTo("PT1M1S");
        assertThat(Column.of("x", row -> Map.of("b", 1, "a", List.of(2))).valueOf(""))
                .hasToString("{a=[2], b=1}");
    }
}
