/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.security.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.TenantId;
import io.telamon.model.UserId;
import io.telamon.model.instance.Quota;
import io.telamon.model.security.Role;
import io.telamon.model.security.Tenant;
import io.telamon.model.security.User;
import io.telamon.security.internal.key.SecretFiles;
import io.telamon.store.api.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills an empty database with the tenant {@code default} and the user {@code admin}, whose
 * generated password is left in a file that only the owner of the process can read.
 */
@Component(service = FirstStart.class, immediate = true)
public final class FirstStart {
    static final String TENANT = "default";
    static final String ADMIN = "admin";
    static final String PASSWORD_FILE = "admin-password";
    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    /** Does nothing when there are users already. */
    @Activate
    public FirstStart(@Reference Store store) {
        this(store, Passwords.standard(), SecretFiles.keysFolder(), Clock.systemUTC());
    }

    FirstStart(Store store, Passwords passwords, Path keys, Clock clock) {
        if (!store.read(work -> work.identities().users().isEmpty())) {
            return;
        }
        Path file = keys.resolve(PASSWORD_FILE);
        String password = passwords.generate();
        SecretFiles.write(file, password); // before the user: a crash between leaves no lock-out
        String hash = passwords.hash(password.toCharArray());
        try {
            create(store, hash, clock);
            LOG.info("User {} made; its password is in {}", ADMIN, file);
        } catch (TelamonException raced) {
            if (raced.code() != ErrorCode.ALREADY_EXISTS && raced.code() != ErrorCode.STALE) {
                throw raced;
            }
            SecretFiles.remove(file); // another node was faster: its password counts
        }
    }

    private static void create(Store store, String hash, Clock clock) {
        store.write(
                work -> {
                    Facts facts = new Facts(work, clock, "telamon");
                    TenantId id = new TenantId(TENANT);
                    if (work.identities().tenant(id).isEmpty()) {
                        Tenant tenant =
                                new Tenant(id, TENANT, "The first tenant", Quota.unlimited(), 0);
                        facts.tenant(work.identities().save(tenant), "TenantAdded", Map.of());
                    }
                    User admin =
                            new User(
                                    new UserId(ADMIN),
                                    ADMIN,
                                    hash,
                                    Map.of(id, Set.of(Role.SYSTEM_ADMIN)),
                                    User.Lock.open(),
                                    0);
                    facts.user(id, work.identities().save(admin), "UserAdded", Map.of());
                    return null;
                });
    }
}
