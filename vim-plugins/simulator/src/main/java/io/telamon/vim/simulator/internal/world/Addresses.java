/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal.world;

import io.telamon.simkit.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Gives away the addresses of one network, lowest free first. Guarded by its world. */
final class Addresses {
    private final Subnet subnet;
    private final List<Span> pools;
    private final Set<String> taken = new HashSet<>();
    private long lowest = 1; // every place below is taken

    /** Places of which addresses are given that nobody asked for. */
    private record Span(long first, long last) {}

    /**
     * All addresses free but the gateway's.
     *
     * @param pools {@code first-last,...}; empty for all
     * @throws Refusal when a pool is not in the range
     */
    Addresses(String cidr, String gateway, String pools) {
        this.subnet = Subnet.parse(cidr);
        this.pools =
                pools.isEmpty()
                        ? List.of(new Span(1, subnet.last()))
                        : Stream.of(pools.split(",")).map(this::span).toList();
        taken.add(gateway);
    }

    private Span span(String pool) {
        String[] ends = pool.split("-", 2);
        long first = subnet.place(ends[0]);
        long last = subnet.place(ends[ends.length - 1]);
        if (first < 1 || last < first || last > subnet.last()) {
            throw new Refusal(400, "bad-address", "The pool %s is not in the range", pool);
        }
        return new Span(first, last);
    }

    /**
     * Chooses an address without taking it.
     *
     * @param wanted fixed address, or empty
     * @param also addresses chosen before in the same call
     * @throws Refusal when it is taken, outside, or none is left
     */
    String choose(String wanted, Set<String> also) {
        return wanted.isEmpty() ? free(also) : fixed(wanted, also);
    }

    private String fixed(String wanted, Set<String> also) {
        String address = subnet.normal(wanted);
        if (address.isEmpty()) {
            throw new Refusal(400, "bad-address", "%s is not in the network's range", wanted);
        }
        if (taken.contains(address) || also.contains(address)) {
            throw new Refusal(409, "in-use", "The address %s is taken", wanted);
        }
        return address;
    }

    private String free(Set<String> also) {
        for (Span pool : pools) {
            for (long place = Math.max(lowest, pool.first()); place <= pool.last(); place++) {
                String address = subnet.at(place);
                if (!taken.contains(address)) {
                    if (!also.contains(address)) {
                        return address;
                    }
                } else if (place == lowest) {
                    lowest++;
                }
            }
        }
        throw new Refusal(409, "quota", "The network has no address left");
    }

    void take(String address) {
        taken.add(address);
    }

    void give(String address) {
        if (taken.remove(address)) {
            lowest = 1;
        }
    }
}
