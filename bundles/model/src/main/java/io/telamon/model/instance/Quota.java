/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.instance;

/**
 * Amounts of what a cloud or tenant has to give; -1 means unlimited.
 *
 * @param servers number of servers
 * @param vcpus virtual CPUs
 * @param memoryMb memory in MiB
 * @param networks number of networks
 */
public record Quota(long servers, long vcpus, long memoryMb, long networks) {
    /** Value for "no limit". */
    public static final long UNLIMITED = -1;

    /** Nothing. */
    public static Quota zero() {
        return new Quota(0, 0, 0, 0);
    }

    /** No limit at all. */
    public static Quota unlimited() {
        return new Quota(UNLIMITED, UNLIMITED, UNLIMITED, UNLIMITED);
    }

    /** Sum of two amounts. */
    public Quota plus(Quota other) {
        return new Quota(
                servers + other.servers,
                vcpus + other.vcpus,
                memoryMb + other.memoryMb,
                networks + other.networks);
    }
}
