/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/** Measures the real distribution as a client sees it. */
package io.telamon.bench;
