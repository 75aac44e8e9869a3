/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.osm;

import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.read.Words;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.model.descriptor.IpProfile;
import io.telamon.model.descriptor.LinkKind;
import io.telamon.model.descriptor.VirtualLink;
import java.util.HashMap;
import java.util.Map;

/** Reads links of OSM's information model with the addressing they refer to. */
final class OsmLinks {
    private final Map<String, IpProfile> profiles = new HashMap<>();
    private final Draft draft;

    OsmLinks(MapNode descriptor, Draft draft) {
        this.draft = draft;
        for (MapNode profile : descriptor.maps("ip-profiles")) {
            String name = profile.required("name");
            profile.known("description");
            profile.map("ip-profile-params").ifPresent(p -> profiles.put(name, OsmIp.profile(p)));
        }
    }

    VirtualLink read(MapNode link) {
        String id = link.required("id");
        draft.anchor("link|" + id, link);
        link.known("description", "vendor", "version", "root-bandwidth", "leaf-bandwidth");
        var profile = link.text("ip-profile-ref");
        if (profile.isPresent() && !profiles.containsKey(profile.get())) {
            var field = link.get("ip-profile-ref").orElseThrow();
            var text = "There is no ip-profile named %s".formatted(profile.get());
            field.error("REFERENCE_DANGLING", text, "Add it to ip-profiles");
        }
        return new VirtualLink(
                id,
                link.textOr("name", ""),
                link.choice("type", Words::linkKind).orElse(LinkKind.ELAN),
                link.flag("mgmt-network").orElse(false),
                profile.map(profiles::get),
                link.text("vim-network-name"),
                link.map("provider-network").map(OsmIp::provider));
    }
}
