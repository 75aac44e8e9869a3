/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.openstack.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import java.util.Locale;
import java.util.Map;

/** What to do about refusals that are puzzling in the cloud's own words. */
final class Hints {
    private static final Map<String, String> BY_WORDS =
            Map.of(
                    "set logical source port",
                    "this cloud needs to know where the traffic starts: name a member and connection"
                            + " point as source of the classifier in the descriptor, or the id of a port",
                    "logical_destination_port",
                    "the way back of a symmetric chain needs a destination: give the classifier the"
                            + " address of one server as destination",
                    "conflicts with",
                    "networking-sfc lets no two chains of a project take the same packets, wherever"
                            + " they start: narrow one of them to other source or destination addresses"
                            + " or ports",
                    "in use by port chain",
                    "networking-sfc takes one chain for a sequence of functions: put the classifiers"
                            + " of both into one path");

    private Hints() {}

    /** Another chain took a shared part with it between two calls of ours; to be tried again. */
    static TelamonException lost(String what, TelamonException missing) {
        return new TelamonException(
                ErrorCode.VIM_UNAVAILABLE,
                missing,
                "%s: a part went away meanwhile: %s",
                what,
                missing.getMessage());
    }

    /** The same refusal with a next step, where one is known. */
    static TelamonException explained(TelamonException refused) {
        if (refused.code() != ErrorCode.VIM_REJECTED) {
            return refused;
        }
        String words = refused.getMessage().toLowerCase(Locale.ROOT);
        return BY_WORDS.entrySet().stream()
                .filter(hint -> words.contains(hint.getKey()))
                .map(
                        hint ->
                                new TelamonException(
                                        refused.code(),
                                        refused,
                                        "%s; %s",
                                        refused.getMessage(),
                                        hint.getValue()))
                .findFirst()
                .orElse(refused);
    }
}
