/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.instance;

import com.vaadin.flow.component.html.Div;
import io.telamon.northbound.api.NsView;
import io.telamon.portal.internal.widget.UrlState;

/** One tab of a service. */
abstract class InstancePanel extends Div {
    /**
     * Shows the service; called again after each change. May ask facades and throw what they throw.
     */
    abstract void show(NsView view);

    /** Keeps its selection in the address; most have none. */
    void follow(UrlState url) {
        // a panel without a selection has nothing to keep
    }
}
