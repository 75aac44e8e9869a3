/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/** What all repositories share: session, JSON documents, numbers, errors. */
package io.telamon.store.internal.base;
