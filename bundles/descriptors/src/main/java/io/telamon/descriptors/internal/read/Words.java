/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.read;

import io.telamon.model.descriptor.Comparison;
import io.telamon.model.descriptor.InterfaceType;
import io.telamon.model.descriptor.IpVersion;
import io.telamon.model.descriptor.LinkKind;
import io.telamon.model.descriptor.PlacementRule;
import io.telamon.model.descriptor.PlacementScope;
import java.util.Locale;
import java.util.Optional;

/** Words that several languages write in their own way. */
public final class Words {
    private Words() {}

    /** Reads the type of a network interface. */
    public static Optional<InterfaceType> interfaceType(String text) {
        return switch (upper(text)) {
            case "VIRTIO", "PARAVIRT", "NORMAL", "OVERLAY", "VIRTUAL" ->
                    Optional.of(InterfaceType.VIRTIO);
            case "E1000" -> Optional.of(InterfaceType.E1000);
            case "RTL8139" -> Optional.of(InterfaceType.RTL8139);
            case "PCNET" -> Optional.of(InterfaceType.PCNET);
            case "PCI_PASSTHROUGH", "DIRECT_PHYSICAL" -> Optional.of(InterfaceType.PCI_PASSTHROUGH);
            case "SR_IOV", "SRIOV", "DIRECT" -> Optional.of(InterfaceType.SR_IOV);
            case "OM_MGMT" -> Optional.of(InterfaceType.OM_MGMT);
            default -> Optional.empty();
        };
    }

    /** Reads the kind of a link. */
    public static Optional<LinkKind> linkKind(String text) {
        return switch (upper(text)) {
            case "ELAN", "E_LAN", "MESH" -> Optional.of(LinkKind.ELAN);
            case "ELINE", "E_LINE", "LINE" -> Optional.of(LinkKind.ELINE);
            case "ETREE", "E_TREE", "TREE" -> Optional.of(LinkKind.ETREE);
            case "L3" -> Optional.of(LinkKind.L3);
            default -> Optional.empty();
        };
    }

    /** Reads a version of the Internet protocol. */
    public static Optional<IpVersion> ipVersion(String text) {
        return switch (upper(text)) {
            case "IPV4", "4" -> Optional.of(IpVersion.IPV4);
            case "IPV6", "6" -> Optional.of(IpVersion.IPV6);
            default -> Optional.empty();
        };
    }

    /** Reads a relation. */
    public static Optional<Comparison> comparison(String text) {
        return switch (upper(text)) {
            case "GE", ">=" -> Optional.of(Comparison.GE);
            case "LE", "<=" -> Optional.of(Comparison.LE);
            case "GT", ">" -> Optional.of(Comparison.GT);
            case "LT", "<" -> Optional.of(Comparison.LT);
            case "EQ", "=", "==" -> Optional.of(Comparison.EQ);
            case "NE", "!=" -> Optional.of(Comparison.NE);
            default -> Optional.empty();
        };
    }

    /** Reads within what elements are placed together or apart. */
    public static Optional<PlacementScope> scope(String text) {
        return switch (upper(text)) {
            case "NFVI_NODE", "HOST" -> Optional.of(PlacementScope.HOST);
            case "ZONE" -> Optional.of(PlacementScope.ZONE);
            case "ZONE_GROUP" -> Optional.of(PlacementScope.ZONE_GROUP);
            case "NFVI_POP", "SITE" -> Optional.of(PlacementScope.SITE);
            case "NETWORK_LINK_AND_NODE" -> Optional.of(PlacementScope.HOST_AND_LINK);
            default -> Optional.empty();
        };
    }

    /** Reads whether elements are placed together or apart. */
    public static Optional<PlacementRule> rule(String text) {
        return switch (upper(text)) {
            case "AFFINITY", "COLOCATION" -> Optional.of(PlacementRule.AFFINITY);
            case "ANTI_AFFINITY", "ISOLATION" -> Optional.of(PlacementRule.ANTI_AFFINITY);
            default -> Optional.empty();
        };
    }

    /** Writes a word in capitals with underscores for all that separates, prefixes left out. */
    public static String upper(String text) {
        String local = text.strip();
        local = local.substring(local.lastIndexOf(':') + 1);
        return local.toUpperCase(Locale.ROOT).replaceAll("[\\s.-]", "_");
    }
}
