/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/** The master key of a node and what is sealed with it. */
package io.telamon.security.internal.key;
