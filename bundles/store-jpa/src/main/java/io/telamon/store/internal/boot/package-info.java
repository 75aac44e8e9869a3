/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/** How the store opens a database: durability check, migrations, Hibernate. */
package io.telamon.store.internal.boot;
