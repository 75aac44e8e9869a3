/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.instance;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What an account can give, seen at one time: the planner's snapshot.
 *
 * @param seen when it was read
 * @param abilities abilities of plug-in and cloud, by name
 * @param images id by image name; the name {@code *} means that any name is there
 * @param networks id by name of existing networks
 * @param zones availability zones
 * @param limit quota of the account
 * @param used what is used of it
 * @param securityGroups id by name of existing security groups
 * @param externalNetworks id by name of the networks that floating addresses are taken from
 * @param latencyMs round trip to the cloud in milliseconds, measured when it was read; {@value
 *     #NOT_MEASURED} when it was not
 */
public record Inventory(
        Instant seen,
        Set<String> abilities,
        Map<String, String> images,
        Map<String, String> networks,
        Set<String> zones,
        Quota limit,
        Quota used,
        Map<String, String> securityGroups,
        Map<String, String> externalNetworks,
        Double latencyMs) {
    /** Name that stands for every image. */
    public static final String ANY = "*";

    /** Instead of a latency. */
    public static final double NOT_MEASURED = -1;

    /** Copies the collections; what an earlier release wrote has no latency. */
    public Inventory {
        abilities = Set.copyOf(abilities);
        images = Map.copyOf(images);
        networks = Map.copyOf(networks);
        zones = Set.copyOf(zones);
        securityGroups = securityGroups == null ? Map.of() : Map.copyOf(securityGroups);
        externalNetworks = externalNetworks == null ? Map.of() : Map.copyOf(externalNetworks);
        latencyMs = latencyMs == null ? Double.valueOf(NOT_MEASURED) : latencyMs;
    }

    /** What a plug-in reads of a cloud without security groups and external networks. */
    @SuppressWarnings("checkstyle:ParameterNumber") // as many as the record without its last
    public Inventory(
            Instant seen,
            Set<String> abilities,
            Map<String, String> images,
            Map<String, String> networks,
            Set<String> zones,
            Quota limit,
            Quota used) {
        this(seen, abilities, images, networks, zones, limit, used, Map.of(), Map.of());
    }

    /** What a plug-in reads; the latency is not its business. */
    @SuppressWarnings("checkstyle:ParameterNumber") // as many as the record without its last
    public Inventory(
            Instant seen,
            Set<String> abilities,
            Map<String, String> images,
            Map<String, String> networks,
            Set<String> zones,
            Quota limit,
            Quota used,
            Map<String, String> securityGroups,
            Map<String, String> externalNetworks) {
        this(
                seen,
                abilities,
                images,
                networks,
                zones,
                limit,
                used,
                securityGroups,
                externalNetworks,
                NOT_MEASURED);
    }

    /** The same with a measured latency. */
    public Inventory withLatency(double millis) {
        return new Inventory(
                seen,
                abilities,
                images,
                networks,
                zones,
                limit,
                used,
                securityGroups,
                externalNetworks,
                millis);
    }

    /** The measured latency in milliseconds; empty when it was not measured. */
    public OptionalDouble latency() {
        return latencyMs < 0 ? OptionalDouble.empty() : OptionalDouble.of(latencyMs);
    }

    /** The cloud's id of an image; empty when it is not there. */
    public Optional<String> image(String name) {
        String id = images.get(name);
        return id != null
                ? Optional.of(id)
                : images.containsKey(ANY) ? Optional.of(name) : Optional.empty();
    }
}
