/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.door;

import io.telamon.model.instance.Account;
import io.telamon.northbound.api.LaneView;
import io.telamon.ro.internal.lane.LaneStatus;
import io.telamon.ro.internal.ledger.Ledger;
import io.telamon.ro.internal.port.Plugins;
import java.time.Clock;
import java.time.Duration;

/** Makes what doors see of a lane out of the ledger's last cycle. */
final class LaneViews {
    private final Ledger ledger;
    private final Plugins plugins;
    private final Clock clock;

    LaneViews(Ledger ledger, Plugins plugins, Clock clock) {
        this.ledger = ledger;
        this.plugins = plugins;
        this.clock = clock;
    }

    LaneView of(Account account) {
        LaneStatus status =
                ledger.statuses()
                        .getOrDefault(
                                account.lane(),
                                LaneStatus.idle(
                                        account.lane(),
                                        plugins.present(account.lane().kind(), account.type())));
        Duration oldest =
                status.oldestDue() == null
                        ? Duration.ZERO
                        : Duration.between(status.oldestDue(), clock.instant());
        return new LaneView(
                account.lane(),
                account.name(),
                state(account, status),
                status.detail(),
                status.queued(),
                status.running(),
                status.permits(),
                oldest.isNegative() ? Duration.ZERO : oldest);
    }

    /** A pause is said as soon as it is stored, also of a lane that nobody has used yet. */
    private static String state(Account account, LaneStatus status) {
        boolean paused = Boolean.parseBoolean(account.settings().get(LaneStatus.PAUSED_SETTING));
        return paused && !"NO_PLUGIN".equals(status.state()) ? "PAUSED" : status.state();
    }
}
