/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.openbaton;

import io.telamon.catalog.api.DescriptorLanguage;
import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.read.LanguageReader;
import io.telamon.descriptors.internal.tree.MapNode;
import java.util.List;

/**
 * Reads Open Baton's JSON: a service with its VNFs inside, or the VNF of a TAR package with {@code
 * Metadata.yaml} and scripts.
 */
public final class OpenBatonReader implements LanguageReader {
    @Override
    public DescriptorLanguage language() {
        return DescriptorLanguage.OPEN_BATON;
    }

    @Override
    public boolean speaks(MapNode document) {
        return document.has("name") && (service(document) || function(document));
    }

    private static boolean service(MapNode document) {
        return document.has("vnfd") && (document.has("vendor") || document.has("vld"));
    }

    private static boolean function(MapNode document) {
        return document.has("vdu") && (document.has("endpoint") || document.has("lifecycle_event"));
    }

    @Override
    public void read(MapNode document, Draft draft) {
        document.read();
        if (service(document)) {
            new BatonNs(document, draft).read();
        } else {
            var metadata = BatonMetadata.read(draft);
            String id = BatonVnf.globalId(document);
            draft.function(new BatonVnf(document, draft, metadata).read(id, List.of()));
        }
    }
}
