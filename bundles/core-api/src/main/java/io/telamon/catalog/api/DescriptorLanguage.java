/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.catalog.api;

/** Descriptor languages that are understood. */
public enum DescriptorLanguage {
    /** OSM's information model up to release 8. */
    OSM_IM,
    /** ETSI SOL006 with OSM's additions from release 9 on. */
    SOL006,
    /** ETSI SOL001 TOSCA. */
    SOL001,
    /** Open Baton JSON. */
    OPEN_BATON,
    /** Tacker's TOSCA simple profile for NFV. */
    TACKER
}
