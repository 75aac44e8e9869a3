/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.catalog;

/** On-boarding state (SOL005 onboardingState). */
public enum PackageState {
    /** Announced, no content yet. */
    CREATED,
    /** Content is arriving. */
    UPLOADING,
    /** Content is being checked. */
    PROCESSING,
    /** Ready for use. */
    ONBOARDED,
    /** Refused; the report says why. */
    REJECTED
}
