/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/** Clocks, samples and helpers that tests of every module share. */
package io.telamon.testkit;
