/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

/** Version of the Internet protocol on a link ({@code ip-version}). */
public enum IpVersion {
    /** Version 4. */
    IPV4,
    /** Version 6. */
    IPV6
}
