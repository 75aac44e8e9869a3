/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/** Events that wait for a position and the journal. */
package io.telamon.store.internal.journal;
