/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/** A store in memory that keeps the promises of the real one, for unit tests of the core. */
package io.telamon.testkit.memory;
