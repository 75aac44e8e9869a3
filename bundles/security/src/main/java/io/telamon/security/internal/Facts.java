/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.security.internal;

import io.telamon.model.TenantId;
import io.telamon.model.event.Event;
import io.telamon.model.security.Tenant;
import io.telamon.model.security.Token;
import io.telamon.model.security.User;
import io.telamon.store.api.UnitOfWork;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Tells the journal what changed, in the transaction that changed it. */
final class Facts {
    private final UnitOfWork work;
    private final Clock clock;
    private final String actor;

    Facts(UnitOfWork work, Clock clock, String actor) {
        this.work = work;
        this.clock = clock;
        this.actor = actor;
    }

    void tenant(Tenant tenant, String type, Map<String, String> data) {
        append(
                tenant.id(),
                new Event.Subject("tenant", tenant.id().value(), tenant.version()),
                type,
                data);
    }

    void user(TenantId tenant, User user, String type, Map<String, String> data) {
        append(tenant, new Event.Subject("user", user.id().value(), user.version()), type, data);
    }

    /** A token is made once and ended once: versions 1 and 2. */
    void token(Token token, String type, long version) {
        append(
                token.tenant(),
                new Event.Subject("token", token.id().value(), version),
                type,
                Map.of("label", token.label()));
    }

    private void append(
            TenantId tenant, Event.Subject subject, String type, Map<String, String> data) {
        work.journal()
                .append(List.of(new Event(tenant, subject, type, actor, clock.instant(), data)));
    }
}
