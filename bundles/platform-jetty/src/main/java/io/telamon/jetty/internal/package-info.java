/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/** What the product needs of its web server and Pax Web does not set. */
package io.telamon.jetty.internal;
