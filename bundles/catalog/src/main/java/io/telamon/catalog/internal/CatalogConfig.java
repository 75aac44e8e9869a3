/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.catalog.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an operator may set about the catalog (PID {@code io.telamon.catalog}). */
@ObjectClassDefinition(name = "Telamon catalog", description = "Limits and place of packages")
@interface CatalogConfig {
    /** Largest package that is accepted, in bytes. */
    @AttributeDefinition(name = "Largest package", description = "Bytes; 2 GiB unless set")
    long max_bytes() default 2L << 30;

    /** Number of parsed packages kept in memory. */
    @AttributeDefinition(name = "Parsed packages", description = "Kept in memory")
    int cached_packages() default 256;

    /** Folder of the originals; empty for {@code data/packages} under Telamon's home. */
    @AttributeDefinition(name = "Folder", description = "Folder of the originals")
    String folder() default "";
}
