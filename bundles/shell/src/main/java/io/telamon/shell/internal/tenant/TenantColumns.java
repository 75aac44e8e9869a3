/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.tenant;

import io.telamon.model.instance.Quota;
import io.telamon.northbound.api.TenantFacade;
import io.telamon.shell.internal.base.Column;
import java.util.List;
import java.util.function.Function;

/** How tenants look. */
final class TenantColumns {
    static final List<Column<TenantFacade.TenantView>> ALL =
            List.of(
                    Column.of("name", view -> view.tenant().name()),
                    Column.of("description", view -> view.tenant().description()),
                    Column.of("servers", view -> of(view, Quota::servers)),
                    Column.of("vcpus", view -> of(view, Quota::vcpus)),
                    Column.of("memoryMb", view -> of(view, Quota::memoryMb)),
                    Column.of("networks", view -> of(view, Quota::networks)),
                    Column.wide("id", view -> view.tenant().id()),
                    Column.wide("version", view -> view.tenant().version()));

    private TenantColumns() {}

    /** Used and allowed. */
    private static Object of(TenantFacade.TenantView view, Function<Quota, Long> amount) {
        long limit = amount.apply(view.tenant().quota());
        return amount.apply(view.used()) + "/" + (limit < 0 ? "unlimited" : limit);
    }
}
