/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.journal;

import io.telamon.model.TenantId;
import io.telamon.model.event.Event;
import io.telamon.store.internal.base.Documents;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;

/** What waiting and positioned events have in common. */
@MappedSuperclass
abstract class AbstractEventRow {
    String tenantId;
    String subjectKind;
    String subjectId;
    long subjectVersion;
    String type;
    String actor;
    Instant happened;
    String data;

    void fill(Event event, Documents documents) {
        tenantId = event.tenant().value();
        subjectKind = event.subject().kind();
        subjectId = event.subject().id();
        subjectVersion = event.subject().version();
        type = event.type();
        actor = event.actor();
        happened = event.at();
        data = documents.texts.write(event.data());
    }

    void fill(AbstractEventRow other) {
        tenantId = other.tenantId;
        subjectKind = other.subjectKind;
        subjectId = other.subjectId;
        subjectVersion = other.subjectVersion;
        type = other.type;
        actor = other.actor;
        happened = other.happened;
        data = other.data;
    }

    Event toModel(Documents documents) {
        return new Event(
                new TenantId(tenantId),
                new Event.Subject(subjectKind, subjectId, subjectVersion),
                type,
                actor,
                happened,
                documents.texts.read(data));
    }
}
