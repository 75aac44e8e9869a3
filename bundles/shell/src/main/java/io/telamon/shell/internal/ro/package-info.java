/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/** The scope ro: lanes and queues. */
package io.telamon.shell.internal.ro;
