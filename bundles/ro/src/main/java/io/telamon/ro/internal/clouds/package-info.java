/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/** Reads files in which people keep their clouds. */
package io.telamon.ro.internal.clouds;
