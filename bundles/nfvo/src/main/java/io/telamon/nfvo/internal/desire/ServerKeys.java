/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.desire;

import io.telamon.model.instance.VnfInstance;
import java.util.List;
import java.util.stream.IntStream;

/** Keys of the servers of a VNF. */
public final class ServerKeys {
    private ServerKeys() {}

    /** Key of one server of a VDU, counted from 0. */
    public static String of(String memberIndex, String vdu, int number) {
        return "vnf/" + memberIndex + "/vdu/" + vdu + "/" + number;
    }

    /** Keys of all servers of a VNF at its size. */
    public static List<String> all(VnfInstance vnf) {
        return vnf.counts().entrySet().stream()
                .flatMap(
                        vdu ->
                                IntStream.range(0, vdu.getValue())
                                        .mapToObj(n -> of(vnf.memberIndex(), vdu.getKey(), n)))
                .toList();
    }
}
