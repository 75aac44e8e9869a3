/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.opendaylight.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.resource.ChainSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The functions of one position.
 *
 * @param position order in the chain
 * @param in ports that lead into them
 * @param out ports that packets leave them by
 */
record Stage(int position, List<SwitchPort> in, List<SwitchPort> out) {
    /** The positions of a chain in order. */
    static List<Stage> of(String what, ChainSpec chain, Fabric fabric) {
        SortedMap<Integer, Stage> stages = new TreeMap<>();
        for (ChainSpec.Hop hop : chain.hops()) {
            String name = what + ", hop " + hop.position();
            Stage stage =
                    stages.computeIfAbsent(
                            hop.position(),
                            position -> new Stage(position, new ArrayList<>(), new ArrayList<>()));
            stage.in().add(fabric.port(name, hop.ingress().text()));
            stage.out().add(fabric.port(name, hop.egress().text()));
        }
        if (stages.isEmpty()) {
            throw new TelamonException(ErrorCode.VIM_REJECTED, "%s has no hop", what);
        }
        return List.copyOf(stages.values());
    }

    /** The way back. */
    static List<Stage> reversed(List<Stage> stages) {
        List<Stage> back = new ArrayList<>();
        stages.forEach(stage -> back.add(new Stage(stage.position(), stage.out(), stage.in())));
        Collections.reverse(back);
        return back;
    }
}
