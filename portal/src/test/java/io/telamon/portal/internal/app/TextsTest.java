/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.model.catalog.PackageKind;
import io.telamon.model.catalog.PackageState;
import io.telamon.model.descriptor.Severity;
import io.telamon.model.instance.NsState;
import io.telamon.model.plan.OperationKind;
import io.telamon.model.plan.OperationState;
import io.telamon.model.plan.TaskState;
import io.telamon.model.plan.TaskVerb;
import io.telamon.model.resource.ResourceState;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern KEY =
            Pattern.compile("\\b(?:t|or)\\(\\s*\"([a-z][\\w.-]*[\\w])\"");

    @Test
    void everyKeyInTheSourceHasAText() throws IOException {
        Set<String> known = texts().stringPropertyNames();

        Set<String> used = new TreeSet<>();
        for (Path file : sources()) {
            Matcher keys = KEY.matcher(Files.readString(file));
            while (keys.find()) {
                used.add(keys.group(1));
            }
        }

        assertThat(used).hasSizeGreaterThan(100).isSubsetOf(known);
    }

    @Test
    void everyStateOfTheModelHasAWord() {
        Stream.of(
                        NsState.values(),
                        OperationState.values(),
                        TaskState.values(),
                        ResourceState.values(),
                        PackageState.values(),
                        Severity.values())
                .flatMap(Stream::of)
                .forEach(state -> assertThat(word("state." + state)).doesNotContain("state."));
    }

    @Test
    void everyKindAndVerbHasAWord() {
        Stream.of(OperationKind.values())
                .forEach(kind -> assertThat(word("operation." + kind)).doesNotContain("."));
        Stream.of(TaskVerb.values())
                .forEach(verb -> assertThat(word("verb." + verb)).doesNotContain("."));
        Stream.of(PackageKind.values())
                .forEach(kind -> assertThat(word("kind." + kind)).doesNotContain("."));
    }

    @Test
    void noViewHoldsASentenceOfItsOwn() throws IOException {
        Pattern sentence = Pattern.compile("new (?:Span|Paragraph|H1|H2|H3|Button)\\(\"[A-Za-z]");

        for (Path file : sources()) {
            assertThat(sentence.matcher(Files.readString(file)).find())
                    .as(file.toString())
                    .isFalse();
        }
    }

    @Test
    void choicesReadWell() {
        assertThat(Texts.in(Locale.ENGLISH, "table.count", 1)).isEqualTo("1 row");
        assertThat(Texts.in(Locale.ENGLISH, "table.count", 2)).isEqualTo("2 rows");
        assertThat(Texts.in(Locale.ENGLISH, "findings.summary", 0, 1, 0))
                .isEqualTo("No errors, 1 warning");
        assertThat(Texts.in(Locale.ENGLISH, "findings.summary", 1, 0, 2))
                .isEqualTo("1 error, no warnings, 2 notes");
        assertThat(Texts.in(Locale.ENGLISH, "login.help")).contains("administrator's");
    }

    @Test
    void anUnknownKeyShowsItself() {
        assertThat(Texts.in(Locale.ENGLISH, "no.such.key")).isEqualTo("no.such.key");
        assertThat(Texts.or("no.such.key", "other")).isEqualTo("other");
    }

    private static String word(String key) {
        return Texts.in(Locale.ENGLISH, key);
    }

    private static Properties texts() throws IOException {
        Properties texts = new Properties();
        try (Reader reader =
                Files.newBufferedReader(
                        Path.of("src/main/resources/io/telamon/portal/texts.properties"))) {
            texts.load(reader);
        }
        return texts;
    }

    private static java.util.List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
