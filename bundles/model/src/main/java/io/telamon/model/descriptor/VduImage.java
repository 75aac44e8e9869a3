/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.List;
import java.util.Optional;

/**
 * What a machine boots (OSM {@code image}, SOL006 {@code sw-image-desc}, SOL001 {@code
 * sw_image_data}, Open Baton {@code vm_image}).
 *
 * @param name name on the cloud
 * @param artifactPath path in the package when the package brings it
 * @param checksum {@code algorithm:hex} in lower case, if known
 * @param diskFormat such as qcow2, in lower case, if known
 * @param containerFormat such as bare, in lower case, if known
 * @param alternatives other names to try, or names for certain VIM types
 */
public record VduImage(
        String name,
        Optional<String> artifactPath,
        Optional<String> checksum,
        Optional<String> diskFormat,
        Optional<String> containerFormat,
        List<ImageAlternative> alternatives) {
    /** Copies the list. */
    public VduImage {
        alternatives = List.copyOf(alternatives);
    }

    /** Returns an image known by its name only. */
    public static VduImage named(String name) {
        return new VduImage(
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** Returns the name to use on a VIM of this type. */
    public String nameFor(String vimType) {
        return alternatives.stream()
                .filter(a -> a.vimType().filter(vimType::equals).isPresent())
                .map(ImageAlternative::name)
                .findFirst()
                .orElse(name);
    }
}
