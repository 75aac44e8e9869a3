/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/** Tasks and attempts. */
package io.telamon.store.internal.plan;
