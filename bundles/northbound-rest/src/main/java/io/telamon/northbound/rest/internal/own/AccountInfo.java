/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.own;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.telamon.model.instance.Account;
import io.telamon.model.instance.Inventory;
import io.telamon.northbound.api.AccountDraft;
import io.telamon.northbound.api.AccountView;
import io.telamon.northbound.api.LaneView;
import java.util.Map;

/**
 * An account with what its lane does; never with its secret.
 *
 * @param id our id
 * @param name unique within the tenant
 * @param type plug-in type
 * @param endpoint address as the plug-in understands it
 * @param settings further settings
 * @param labels labels for placement
 * @param tenant owner
 * @param lane what its lane does now
 * @param inventory what it had to give when last asked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountInfo(
        String id,
        String name,
        String type,
        String endpoint,
        Map<String, String> settings,
        Map<String, String> labels,
        String tenant,
        LaneView lane,
        Inventory inventory) {
    /** What an account would be; it has no id, owner and lane yet. */
    static AccountInfo of(AccountDraft draft) {
        return new AccountInfo(
                null,
                draft.name(),
                draft.type(),
                draft.endpoint(),
                draft.settings(),
                draft.labels(),
                null,
                null,
                null);
    }

    static AccountInfo of(AccountView view) {
        Account account = view.account();
        return new AccountInfo(
                account.lane().id(),
                account.name(),
                account.type(),
                account.endpoint(),
                account.settings(),
                account.labels(),
                account.tenant().value(),
                view.state(),
                view.inventory());
    }
}
