/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/** The realm {@code telamon} for SSH and every other door that signs in through JAAS. */
package io.telamon.jaas.internal;
