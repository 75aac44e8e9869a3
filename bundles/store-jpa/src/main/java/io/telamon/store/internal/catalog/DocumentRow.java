/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A text kept with a catalog entry; may be long. */
@Entity
@Table(name = "catalog_document")
@IdClass(DocumentRow.Key.class)
class DocumentRow {
    @Id String entryId;
    @Id String name;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String body;

    static DocumentRow of(String entryId, String name, String body) {
        DocumentRow row = new DocumentRow();
        row.entryId = entryId;
        row.name = name;
        row.body = body;
        return row;
    }

    /** Primary key. */
    static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        String entryId;
        String name;

        Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(entryId, key.entryId)
                    && Objects.equals(name, key.name);
        }

        @Override
        public int hashCode() {
            return Objects.hash(entryId, name);
        }
    }
}
