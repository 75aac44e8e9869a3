/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal.world;

import io.telamon.simkit.Refusal;
import java.util.HashSet;
import java.util.Set;

/** Gives away the addresses of one network, lowest free first. Guarded by its world. */
final class Addresses {
    private final Subnet subnet;
    private final Set<String> taken = new HashSet<>();
    private long lowest = 1; // every place below is taken

    Addresses(String cidr, String gateway) {
        this.subnet = Subnet.parse(cidr);
        taken.add(gateway);
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
        for (long place = lowest; place <= subnet.last(); place++) {
            String address = subnet.at(place);
            if (!taken.contains(address)) {
                if (!also.contains(address)) {
                    return address;
                }
            } else if (place == lowest) {
                lowest++;
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
