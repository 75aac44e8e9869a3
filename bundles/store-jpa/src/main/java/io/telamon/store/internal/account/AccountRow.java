/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.account;

import io.telamon.model.LaneId;
import io.telamon.model.TenantId;
import io.telamon.model.instance.Account;
import io.telamon.store.internal.base.Documents;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A VIM or SDN account as a row. */
@Entity
@Table(name = "account")
class AccountRow {
    @Id String lane;
    String tenantId;
    String kind;
    String name;
    String type;
    String endpoint;
    String settings;
    String labels;
    String sealedSecret;
    @Version long version;

    static AccountRow of(Account account, long version, Documents documents) {
        AccountRow row = new AccountRow();
        row.lane = account.lane().toString();
        row.tenantId = account.tenant().value();
        row.kind = account.lane().kind().name();
        row.name = account.name();
        row.type = account.type();
        row.endpoint = account.endpoint();
        row.settings = documents.texts.write(account.settings());
        row.labels = documents.texts.write(account.labels());
        row.sealedSecret = account.sealedSecret();
        row.version = version;
        return row;
    }

    Account toModel(Documents documents) {
        return new Account(
                LaneId.parse(lane),
                new TenantId(tenantId),
                name,
                type,
                endpoint,
                documents.texts.read(settings),
                documents.texts.read(labels),
                sealedSecret,
                version);
    }
}
