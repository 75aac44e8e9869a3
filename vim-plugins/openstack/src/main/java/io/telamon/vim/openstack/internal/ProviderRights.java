/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.openstack.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.openstack.Ask;
import io.telamon.openstack.Cloud;
import io.telamon.openstack.Service;

/**
 * Whether an account may say on which wire and VLAN a network lies. The network service has no
 * question for it; who may say it may also see it, so the networks that are there tell, and without
 * any the account's roles do. Asked once per session. Thread-safe.
 */
final class ProviderRights {
    private static final String TYPE = "provider:network_type";

    private final Cloud cloud;

    // set once the cloud was asked; two threads that ask at once get the same answer
    private volatile Boolean known;

    ProviderRights(Cloud cloud) {
        this.cloud = cloud;
    }

    boolean granted() {
        Boolean found = known;
        if (found == null) {
            found = ask();
            known = found;
        }
        return found;
    }

    private boolean ask() {
        Ask ask =
                Ask.get("Ask for a provider network", Service.NETWORK, "/networks")
                        .query("fields", TYPE)
                        .query("limit", "1");
        JsonNode seen = cloud.call(ask, "networks");
        return seen.isEmpty()
                ? cloud.token().getRoles().stream().anyMatch(role -> "admin".equals(role.getName()))
                : seen.get(0).hasNonNull(TYPE);
    }

    /** What a refusal to make such a network means. */
    static TelamonException refused(TelamonException refusal) {
        return refusal.code() == ErrorCode.VIM_AUTH && refusal.getMessage().contains(" 403: ")
                ? new TelamonException(
                        ErrorCode.UNSUPPORTED,
                        refusal,
                        "The account may not choose wire and VLAN of a network, which usually needs"
                                + " the role admin: %s",
                        refusal.getMessage())
                : refusal;
    }
}
