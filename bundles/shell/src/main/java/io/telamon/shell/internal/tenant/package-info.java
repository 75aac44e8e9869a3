/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/** The scope tenant. */
package io.telamon.shell.internal.tenant;
