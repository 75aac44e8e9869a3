/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

/** What describes a Kubernetes unit. */
public enum KduKind {
    /** A Helm chart. */
    HELM_CHART,
    /** A Juju bundle. */
    JUJU_BUNDLE,
    /** Plain Kubernetes manifests. */
    MANIFEST
}
