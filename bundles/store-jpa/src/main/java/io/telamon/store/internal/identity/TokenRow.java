/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.identity;

import io.telamon.model.TenantId;
import io.telamon.model.TokenId;
import io.telamon.model.UserId;
import io.telamon.model.security.Token;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An API token as a row. */
@Entity
@Table(name = "api_token")
class TokenRow {
    @Id String id;
    String userId;
    String tenantId;
    String secretHash;
    String label;
    Instant expires;

    static TokenRow of(Token token) {
        TokenRow row = new TokenRow();
        row.id = token.id().value();
        row.userId = token.user().value();
        row.tenantId = token.tenant().value();
        row.secretHash = token.secretHash();
        row.label = token.label();
        row.expires = token.expires();
        return row;
    }

    Token toModel() {
        return new Token(
                new TokenId(id),
                new UserId(userId),
                new TenantId(tenantId),
                secretHash,
                label,
                expires);
    }
}
