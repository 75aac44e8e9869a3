/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.instance;

import io.telamon.model.LaneId;
import io.telamon.model.LaneKind;
import io.telamon.model.TenantId;
import java.util.Map;
import java.util.Optional;

/**
 * One cloud with one credential (VimAccount) or one SDN controller with one credential
 * (SdnAccount); {@link #lane} says which.
 *
 * @param lane the lane and with it the kind and id
 * @param tenant owning tenant
 * @param name unique within the tenant
 * @param type plug-in type, for instance {@code simulator}
 * @param endpoint address of the cloud, as its plug-in understands it
 * @param settings further settings by name; never secrets
 * @param labels labels for placement; {@code zone} and {@code site} are known
 * @param sealedSecret the credential, sealed; empty when there is none
 * @param version optimistic lock, raised by the store
 */
public record Account(
        LaneId lane,
        TenantId tenant,
        String name,
        String type,
        String endpoint,
        Map<String, String> settings,
        Map<String, String> labels,
        String sealedSecret,
        long version) {
    /** Setting of an SDN account: id of the VIM account whose cloud it works on. */
    public static final String VIM_ACCOUNT = "vim-account";

    /** Copies the maps. */
    public Account {
        settings = Map.copyOf(settings);
        labels = Map.copyOf(labels);
    }

    /** Id of the VIM account that this SDN account rides on; empty when it stands alone. */
    public Optional<String> vimAccount() {
        return Optional.ofNullable(settings.get(VIM_ACCOUNT))
                .filter(id -> lane.kind() == LaneKind.SDN && !id.isBlank());
    }

    /** The same account at another version. */
    public Account withVersion(long next) {
        return new Account(
                lane, tenant, name, type, endpoint, settings, labels, sealedSecret, next);
    }

    /** The same account with other settings. */
    public Account withSettings(Map<String, String> next) {
        return new Account(lane, tenant, name, type, endpoint, next, labels, sealedSecret, version);
    }

    /** The same account as it may be shown. */
    public Account withoutSecret() {
        return new Account(lane, tenant, name, type, endpoint, settings, labels, "", version);
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "Account[" + lane + " " + name + " " + type + " " + endpoint + "]";
    }
}
