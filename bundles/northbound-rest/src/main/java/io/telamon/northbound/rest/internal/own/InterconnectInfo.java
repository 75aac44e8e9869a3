/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.own;

import io.telamon.model.instance.Interconnect;
import io.telamon.northbound.api.InterconnectView;
import java.util.ArrayList;
import java.util.List;

/**
 * What joins clouds below their networks.
 *
 * @param id our id
 * @param name unique within the tenant
 * @param kind {@code provider-network} or {@code routed}
 * @param firstVlan lowest VLAN that links may take
 * @param lastVlan highest one
 * @param mtu largest packet; 0 for what each cloud takes by itself
 * @param sides the clouds
 * @param tenant owner
 * @param uses what is taken
 */
public record InterconnectInfo(
        String id,
        String name,
        String kind,
        int firstVlan,
        int lastVlan,
        int mtu,
        List<Side> sides,
        String tenant,
        List<InterconnectView.Use> uses) {
    /**
     * One cloud.
     *
     * @param account name of its VIM account
     * @param accountId its id
     * @param physicalNetwork how the cloud calls the wire
     * @param cidr addresses of this side when routed, else empty
     */
    public record Side(String account, String accountId, String physicalNetwork, String cidr) {}

    static InterconnectInfo of(InterconnectView view) {
        Interconnect model = view.interconnect();
        List<Side> sides = new ArrayList<>();
        for (int i = 0; i < model.sides().size(); i++) {
            Interconnect.Side side = model.sides().get(i);
            sides.add(
                    new Side(
                            view.accounts().get(i),
                            side.vim().value(),
                            side.physicalNetwork(),
                            side.cidr()));
        }
        return new InterconnectInfo(
                model.id().value(),
                model.name(),
                model.kind().word(),
                model.segments().first(),
                model.segments().last(),
                model.segments().mtu(),
                sides,
                model.tenant().value(),
                view.uses());
    }
}
