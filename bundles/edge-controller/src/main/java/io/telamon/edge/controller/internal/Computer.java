/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.controller.internal;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A computer as it announced itself.
 *
 * @param endpoint of its lambda port; its identity
 * @param lambdas that it runs
 */
record Computer(String endpoint, SortedSet<String> lambdas) {
    Computer {
        lambdas = Collections.unmodifiableSortedSet(new TreeSet<>(lambdas));
    }

    static Computer of(String endpoint, Collection<String> lambdas) {
        return new Computer(endpoint, new TreeSet<>(lambdas));
    }
}
