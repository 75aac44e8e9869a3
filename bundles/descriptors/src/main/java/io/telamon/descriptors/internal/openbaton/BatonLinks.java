/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.openbaton;

import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.read.Words;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.model.descriptor.IpProfile;
import io.telamon.model.descriptor.IpVersion;
import io.telamon.model.descriptor.LinkKind;
import io.telamon.model.descriptor.VirtualLink;
import java.util.Optional;

/** Reads links of Open Baton, which are known by their names. */
final class BatonLinks {
    private BatonLinks() {}

    static VirtualLink read(MapNode link, Draft draft) {
        String name = link.required("name");
        draft.anchor("link|" + name, link);
        link.known("id", "type", "vendor", "descriptor_version", "number_of_endpoints");
        var cidr = link.text("cidr");
        var dns = link.texts("dns");
        boolean addressed = cidr.isPresent() || !dns.isEmpty();
        var profile = new IpProfile(IpVersion.IPV4, cidr, Optional.empty(), dns, Optional.empty());
        return new VirtualLink(
                name,
                name,
                link.choice("connectivity_type", Words::linkKind).orElse(LinkKind.ELAN),
                false,
                addressed ? Optional.of(profile) : Optional.empty(),
                link.text("extId"),
                Optional.empty());
    }
}
