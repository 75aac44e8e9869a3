/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.openstack;

import java.util.Map;

/** The services of a cloud, with the version of their API that the plug-in speaks. */
public enum Service {
    /** Nova; 2.61 is the Rocky release of 2018 (tags at birth, flavors with extra specs). */
    COMPUTE("compute", "", Map.of("OpenStack-API-Version", "compute 2.61")),
    /** Neutron. */
    NETWORK("network", "/v2.0", Map.of()),
    /** Glance. */
    IMAGE("image", "/v2", Map.of()),
    /** Cinder; 3.42 is the Pike release of 2017 (volumes grow while in use). */
    VOLUME("volumev3", "", Map.of("OpenStack-API-Version", "volume 3.42")),
    /** Heat, which answers in HTML when it is not asked for JSON. */
    ORCHESTRATION("orchestration", "", Map.of("Accept", "application/json"));

    private final String type;
    private final String version;
    private final Map<String, String> headers;

    Service(String type, String version, Map<String, String> headers) {
        this.type = type;
        this.version = version;
        this.headers = headers;
    }

    /** Type in the catalogue. */
    public String type() {
        return type;
    }

    /** True for a type that catalogues use for this service. */
    boolean isType(String text) {
        return type.equals(text) || this == VOLUME && text.matches("block-?st(ore|orage)");
    }

    /** Headers of each call. */
    Map<String, String> headers() {
        return headers;
    }

    /** The endpoint with the version, which catalogues leave out for some services. */
    String versioned(String endpoint) {
        String base = endpoint.replaceAll("/+$", "");
        return version.isEmpty() || base.matches(".*/v\\d[^/]*") ? base : base + version;
    }
}
