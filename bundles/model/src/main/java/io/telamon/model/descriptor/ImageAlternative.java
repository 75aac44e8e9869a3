/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.Optional;

/**
 * Another image for the same machine (OSM {@code alternative-images}, further entries of Open
 * Baton's {@code vm_image}).
 *
 * @param vimType VIM type it is meant for; absent means any cloud that lacks the first
 * @param name name on the cloud
 */
public record ImageAlternative(Optional<String> vimType, String name) {}
