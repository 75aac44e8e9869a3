/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/** The scope ns: network services. */
package io.telamon.shell.internal.ns;
