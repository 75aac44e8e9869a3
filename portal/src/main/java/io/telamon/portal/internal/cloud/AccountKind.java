/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.cloud;

import static io.telamon.portal.internal.app.Texts.t;

import io.telamon.model.LaneKind;
import io.telamon.portal.internal.facade.SignedIn;

/** What differs between clouds and controllers: place, words and rights. */
enum AccountKind {
    /** VIM accounts. */
    CLOUD(LaneKind.VIM, "clouds", "cloud"),
    /** SDN accounts. */
    CONTROLLER(LaneKind.SDN, "controllers", "controller");

    private final LaneKind lane;
    private final String many;
    private final String one;

    AccountKind(LaneKind lane, String many, String one) {
        this.lane = lane;
        this.many = many;
        this.one = one;
    }

    LaneKind lane() {
        return lane;
    }

    /** Address of the list; that of one account has its id after it. */
    String route() {
        return many;
    }

    /** A text about the list. */
    String ofMany(String key, Object... values) {
        return t(many + "." + key, values);
    }

    /** A text about one. */
    String ofOne(String key, Object... values) {
        return t(one + "." + key, values);
    }

    /** How the same is done elsewhere. */
    String same(String door, Object... values) {
        return t("same." + one + "." + door, values);
    }

    /** Area of the rights and kind of the subjects of events. */
    String area() {
        return lane.name().toLowerCase(java.util.Locale.ROOT);
    }

    boolean mayWrite() {
        return SignedIn.may(area() + ":write");
    }

    static AccountKind of(LaneKind lane) {
        return lane == LaneKind.SDN ? CONTROLLER : CLOUD;
    }
}
