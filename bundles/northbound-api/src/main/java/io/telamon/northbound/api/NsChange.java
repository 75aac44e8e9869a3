/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.api;

import io.telamon.model.plan.OperationKind;
import java.util.Map;

/** A wish to change a service instance; the same wish can be tried as a dry run. */
public sealed interface NsChange {
    /** Which kind of operation it becomes. */
    OperationKind kind();

    /**
     * Brings the service to life.
     *
     * @param placement VIM account (id or name) by member index; the key {@code *} is for all
     *     others; members without an entry are placed by Telamon
     * @param parameters parameters by name; {@code vld/<id>/vim-network-name} and {@code
     *     vnf/<index>/...} address parts
     * @param drift {@code report} or {@code heal}
     * @param rules how the members without an entry are placed
     */
    record Instantiate(
            Map<String, String> placement,
            Map<String, String> parameters,
            String drift,
            PlacementRules rules)
            implements NsChange {
        /** Copies the maps. */
        public Instantiate {
            placement = Map.copyOf(placement);
            parameters = Map.copyOf(parameters);
        }

        /** Without rules: members go where most room is. */
        public Instantiate(
                Map<String, String> placement, Map<String, String> parameters, String drift) {
            this(placement, parameters, drift, PlacementRules.any());
        }

        @Override
        public OperationKind kind() {
            return OperationKind.INSTANTIATE;
        }
    }

    /**
     * Scales one aspect of one member.
     *
     * @param memberIndex which VNF
     * @param aspect scaling aspect or group of its VNFD
     * @param steps positive to scale out, negative to scale in
     */
    record Scale(String memberIndex, String aspect, int steps) implements NsChange {
        @Override
        public OperationKind kind() {
            return OperationKind.SCALE;
        }
    }

    /**
     * Replaces what is broken or missing.
     *
     * @param memberIndex only this VNF, or empty for all
     * @param resourceKey replace this one even if it looks well, or empty
     * @param cause why, for the record
     */
    record Heal(String memberIndex, String resourceKey, String cause) implements NsChange {
        @Override
        public OperationKind kind() {
            return OperationKind.HEAL;
        }
    }

    /** Takes the service down. */
    record Terminate() implements NsChange {
        @Override
        public OperationKind kind() {
            return OperationKind.TERMINATE;
        }
    }
}
