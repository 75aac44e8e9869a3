/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.model.security.Caller;
import io.telamon.model.security.Role;
import io.telamon.testkit.FakeClock;
import io.telamon.testkit.memory.InMemoryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstStartTest {
    @TempDir Path home;
    private final InMemoryStore store = new InMemoryStore();
    private final FakeClock clock = new FakeClock();
    private final Passwords passwords = new Passwords(4, Duration.ofSeconds(5));

    @Test
    void leavesAWorkingPasswordThatOnlyTheOwnerCanRead() throws IOException {
        start();

        Path file = keys().resolve("admin-password");
        String password = Files.readString(file).strip();
        Caller caller =
                new SignIn(store, new TokenCache(clock), passwords, clock)
                        .signIn("admin", password.toCharArray(), "default");
        assertThat(caller.roles()).containsExactly(Role.SYSTEM_ADMIN);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys())))
                .isEqualTo("rwx------");
    }

    @Test
    void laterStartsChangeNothing() throws IOException {
        start();
        Files.delete(keys().resolve("admin-password"));

        start();

        assertThat(keys().resolve("admin-password")).doesNotExist();
        assertThat(store.<Integer>read(work -> work.identities().users().size())).isOne();
    }

    @Test
    void everyInstallationGetsAPasswordOfItsOwn() {
        assertThat(passwords.generate()).hasSize(20).isNotEqualTo(passwords.generate());
    }

    private void start() {
        new FirstStart(store, passwords, keys(), clock);
    }

    private Path keys() {
        return home.resolve("keys");
    }
}
