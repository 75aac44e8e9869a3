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
     * Repairs. What is broken or missing anywhere in the service is always made anew.
     *
     * @param memberIndex the VNF whose machines are meant, or empty
     * @param resourceKey the one machine that is meant, or empty
     * @param cause why, for the record
     * @param way what happens to the machines that are meant although they look well
     */
    record Heal(String memberIndex, String resourceKey, String cause, HealWay way)
            implements NsChange {
        /** Only what is broken; a machine that is named is replaced. */
        public Heal(String memberIndex, String resourceKey, String cause) {
            this(
                    memberIndex,
                    resourceKey,
                    cause,
                    resourceKey.isEmpty() ? HealWay.BROKEN : HealWay.RECREATE);
        }

        @Override
        public OperationKind kind() {
            return OperationKind.HEAL;
        }
    }

    /** What a heal does to machines that look well. */
    enum HealWay {
        /** Nothing. */
        BROKEN,
        /** They are deleted and made anew. */
        RECREATE,
        /** They stay, with address and id, and get their image anew (SOL003 respawn in place). */
        REBUILD
    }

    /**
     * Starts or stops the machines of members (SOL003 operate).
     *
     * @param memberIndex which VNF, or empty for all
     * @param resourceKey only this machine, or empty
     * @param started true to start them, false to stop them
     */
    record Operate(String memberIndex, String resourceKey, boolean started) implements NsChange {
        @Override
        public OperationKind kind() {
            return OperationKind.UPDATE;
        }
    }

    /**
     * Gives all machines of a VDU another shape (vertical scaling): in place where the cloud can,
     * otherwise each is replaced.
     *
     * @param memberIndex which VNF
     * @param vdu which VDU
     * @param vcpus number of virtual CPUs, 0 to leave it
     * @param memoryMb memory in MiB, 0 to leave it
     * @param diskGb root disk in GiB, 0 to leave it
     */
    record Resize(String memberIndex, String vdu, int vcpus, int memoryMb, int diskGb)
            implements NsChange {
        @Override
        public OperationKind kind() {
            return OperationKind.UPDATE;
        }
    }

    /**
     * Moves members to another cloud: made there, then removed where they were.
     *
     * @param memberIndex which VNF, or empty for all
     * @param vim VIM account (id or name) where to
     */
    record Migrate(String memberIndex, String vim) implements NsChange {
        @Override
        public OperationKind kind() {
            return OperationKind.UPDATE;
        }
    }

    /**
     * Sets parameters of a running service, those of templates among them, and brings it to what
     * they mean now.
     *
     * @param parameters values by parameter; those that are not named stay
     */
    record Adjust(Map<String, String> parameters) implements NsChange {
        /** Copies the map. */
        public Adjust {
            parameters = Map.copyOf(parameters);
        }

        @Override
        public OperationKind kind() {
            return OperationKind.UPDATE;
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
