/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.desire;

import io.telamon.errors.ErrorCode;
import io.telamon.model.LaneId;
import io.telamon.model.descriptor.IpVersion;
import io.telamon.model.descriptor.SecurityRule;
import io.telamon.model.descriptor.VduInterface;
import io.telamon.model.instance.Account;
import io.telamon.model.instance.VnfInstance;
import io.telamon.model.resource.SecurityGroupSpec;
import io.telamon.model.resource.Value;
import io.telamon.nfvo.internal.plan.Desired;
import io.telamon.vim.spi.VimAbility;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The security groups of cards. Cards on which the same rules of the descriptor hold share one
 * group of the service's own; groups that the descriptor names, or else the account's setting
 * {@code security-groups}, are there already and only used.
 */
final class SecurityGroups {
    private static final String DEFAULTS = "security-groups";

    private final ServicePicture service;
    private final Clouds clouds;
    private final Desires desires;

    SecurityGroups(ServicePicture service, Clouds clouds, Desires desires) {
        this.service = service;
        this.clouds = clouds;
        this.desires = desires;
    }

    /** The groups of a card; none leaves it to the cloud. */
    List<Value> of(VnfInstance vnf, VduInterface card) {
        LaneId lane = LaneId.of(vnf.vim());
        List<String> rules = card.traits().securityRules().stream().sorted().toList();
        List<String> names = names(lane, card);
        if (rules.isEmpty() && names.isEmpty() || clouds.inventory(lane).isEmpty()) {
            return List.of();
        }
        if (!clouds.can(lane, VimAbility.SECURITY_GROUP)) {
            desires.refuse(
                    ErrorCode.UNSUPPORTED,
                    "Account %s does not offer security groups (%s), wanted by interface %s of"
                            + " member %s",
                    clouds.name(lane),
                    VimAbility.SECURITY_GROUP,
                    card.name(),
                    vnf.memberIndex());
            return List.of();
        }
        List<Value> groups = new ArrayList<>();
        if (!rules.isEmpty()) {
            groups.add(made(vnf, rules));
        }
        names.forEach(name -> existing(vnf, name).ifPresent(groups::add));
        return groups;
    }

    private List<String> names(LaneId lane, VduInterface card) {
        boolean chosen =
                !card.traits().securityGroups().isEmpty()
                        || !card.traits().securityRules().isEmpty();
        Account account = clouds.accounts().get(lane);
        if (chosen || account == null) {
            return card.traits().securityGroups();
        }
        return Stream.of(account.settings().getOrDefault(DEFAULTS, "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private Value made(VnfInstance vnf, List<String> ids) {
        String key = "vnf/" + vnf.memberIndex() + "/security-group/" + String.join("+", ids);
        List<SecurityGroupSpec.Rule> rules =
                ids.stream()
                        .flatMap(
                                id ->
                                        service
                                                .vnfds()
                                                .get(vnf.memberIndex())
                                                .securityRule(id)
                                                .stream())
                        .map(SecurityGroups::rule)
                        .toList();
        SecurityGroupSpec spec = new SecurityGroupSpec(key.replace('/', '-'), rules);
        desires.add(Desired.own(key, LaneId.of(vnf.vim()), spec));
        return Value.ref(key);
    }

    private static SecurityGroupSpec.Rule rule(SecurityRule rule) {
        return new SecurityGroupSpec.Rule(
                rule.incoming(),
                rule.version() == IpVersion.IPV6 ? 6 : 4,
                rule.protocol(),
                rule.ports().from(),
                rule.ports().to());
    }

    private Optional<Value> existing(VnfInstance vnf, String name) {
        LaneId lane = LaneId.of(vnf.vim());
        Optional<String> id = clouds.inventory(lane).map(seen -> seen.securityGroups().get(name));
        String key = "security-group/" + name;
        if (id.isEmpty()) {
            desires.refuse(
                    ErrorCode.NO_PLACEMENT,
                    "Security group %s, wanted by member %s, is not on account %s",
                    name,
                    vnf.memberIndex(),
                    clouds.name(lane));
            return Optional.empty();
        }
        SecurityGroupSpec spec = new SecurityGroupSpec(name, List.of());
        desires.add(Desired.adopted(key, lane, spec, id.get()));
        return Optional.of(Value.ref(key));
    }
}
