/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/** How the core follows the journal of committed changes. */
package io.telamon.events.api;
