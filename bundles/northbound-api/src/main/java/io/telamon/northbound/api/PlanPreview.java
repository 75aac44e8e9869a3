/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.api;

import io.telamon.model.instance.Quota;
import java.util.List;

/**
 * What an operation would do, without doing it.
 *
 * @param steps tasks in order
 * @param placements decision for each member and why
 * @param needs what it needs and what is free, by account
 * @param links links over several clouds and what joins them
 * @param refusals why it would be refused; empty when it would be accepted
 */
public record PlanPreview(
        List<Step> steps,
        List<PlacementView> placements,
        List<Need> needs,
        List<LinkView> links,
        List<String> refusals) {
    /** No link over several clouds. */
    public PlanPreview(
            List<Step> steps,
            List<PlacementView> placements,
            List<Need> needs,
            List<String> refusals) {
        this(steps, placements, needs, List.of(), refusals);
    }

    /** Copies the lists. */
    public PlanPreview {
        steps = List.copyOf(steps);
        placements = List.copyOf(placements);
        needs = List.copyOf(needs);
        links = List.copyOf(links);
        refusals = List.copyOf(refusals);
    }

    /**
     * One task to be.
     *
     * @param verb CREATE, DELETE, ...
     * @param kind resource kind
     * @param key resource key
     * @param name name on the cloud
     * @param account account name
     * @param after keys of the steps it waits for
     */
    public record Step(
            String verb,
            String kind,
            String key,
            String name,
            String account,
            List<String> after) {}

    /**
     * Where a member goes.
     *
     * @param memberIndex member
     * @param account account name, empty when none fits
     * @param reason why there, and why not elsewhere
     */
    public record PlacementView(String memberIndex, String account, String reason) {}

    /**
     * A link over several clouds.
     *
     * @param link id of the link
     * @param accounts names of the accounts
     * @param interconnect name of what joins them
     * @param segment VLAN that the link takes
     * @param reason what lies where, in words
     */
    public record LinkView(
            String link, List<String> accounts, String interconnect, int segment, String reason) {
        /** Copies the list. */
        public LinkView {
            accounts = List.copyOf(accounts);
        }
    }

    /**
     * Demand on one account.
     *
     * @param account account name
     * @param demand what the plan needs
     * @param free what is left; -1 for unlimited
     */
    public record Need(String account, Quota demand, Quota free) {}
}
