/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.desire;

import io.telamon.catalog.api.Catalog;
import io.telamon.model.PackageId;
import java.util.Optional;

/** Images that came with packages. */
@FunctionalInterface
public interface PackagedImages {
    /** The image of this name in a package, if the package brings it. */
    Optional<Catalog.ImageFile> find(PackageId packageId, String imageName);
}
