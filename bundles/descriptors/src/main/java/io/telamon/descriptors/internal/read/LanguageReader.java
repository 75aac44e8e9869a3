/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.read;

import io.telamon.catalog.api.DescriptorLanguage;
import io.telamon.descriptors.internal.tree.MapNode;

/** Reads descriptors of one language. Stateless; safe for several threads. */
public interface LanguageReader {
    /** Returns the language. */
    DescriptorLanguage language();

    /** Tells whether a document is a descriptor in this language, without marking anything. */
    boolean speaks(MapNode document);

    /**
     * Reads a descriptor into the draft; whatever is wrong goes into the findings.
     *
     * @param document a document for which {@link #speaks} holds
     * @param draft where the descriptors go
     */
    void read(MapNode document, Draft draft);
}
