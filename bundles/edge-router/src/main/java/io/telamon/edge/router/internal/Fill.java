/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.router.internal;

import io.telamon.edge.kit.EndPoint;
import io.telamon.edge.relay.table.Tables;

/** Puts destinations that nobody is at into the tables, to measure with large ones. */
final class Fill {
    private Fill() {}

    static void with(Tables tables, int lambdas, int destinations) {
        for (int lambda = 0; lambda < lambdas; lambda++) {
            for (int i = 0; i < destinations; i++) {
                EndPoint nowhere = new EndPoint("fake" + i + ".invalid", 10_000);
                tables.change("fake" + lambda, nowhere, 1, true);
            }
        }
    }
}
