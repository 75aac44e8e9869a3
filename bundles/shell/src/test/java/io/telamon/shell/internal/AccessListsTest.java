/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.model.security.Role;
import io.telamon.northbound.api.Requires;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.junit.jupiter.api.Test;

class AccessListsTest {
    private static final Path CLASSES = Path.of("target", "classes");
    private static final Path ETC = Path.of("..", "..", "distribution/src/main/resources/etc");
    private static final Set<String> ONES_OWN =
            Set.of("me", "passwd", "token-create", "token-list", "token-revoke");

    @Test
    void committedListsAreWhatThePermissionsSay() throws IOException {
        Map<String, String> wanted = AccessLists.all(CLASSES);
        if (System.getProperty("acl.update") != null) {
            for (Map.Entry<String, String> file : wanted.entrySet()) {
                Files.writeString(ETC.resolve(file.getKey()), file.getValue());
            }
        }

        for (Map.Entry<String, String> file : wanted.entrySet()) {
            assertThat(ETC.resolve(file.getKey())).hasContent(file.getValue());
        }
    }

    @Test
    void aViewerCannotDelete() throws IOException {
        Map<String, String> lists = AccessLists.all(CLASSES);

        for (String scope : new String[] {"vim", "catalog", "ns", "tenant", "user"}) {
            assertThat(line(lists, scope, "remove")).doesNotContain(Role.VIEWER.key());
        }
        assertThat(line(lists, "ns", "list")).contains(Role.VIEWER.key());
        assertThat(line(lists, "bundle", "*")).isEqualTo("* = system_admin");
        assertThat(line(lists, "shell", "exec")).isEqualTo("exec = system_admin");
    }

    @Test
    void everyCommandNamesItsPermissionAndIsFoundByKaraf() throws IOException {
        assertThat(AccessLists.commands(CLASSES))
                .hasSizeGreaterThan(50)
                .allSatisfy(
                        type -> {
                            assertThat(type).hasAnnotation(Service.class);
                            Command command = type.getAnnotation(Command.class);
                            assertThat(command.description()).isNotBlank();
                            if (!ONES_OWN.contains(command.name())) {
                                assertThat(type).hasAnnotation(Requires.class);
                            }
                        });
    }

    private static String line(Map<String, String> lists, String scope, String command) {
        return lists.get("org.apache.karaf.command.acl." + scope + ".cfg")
                .lines()
                .filter(line -> line.startsWith(command + " ="))
                .findFirst()
                .orElseThrow();
    }
}
