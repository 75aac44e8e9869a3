/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/** Karaf commands over the facades: what they share. One sub-package for each scope. */
package io.telamon.shell.internal;
