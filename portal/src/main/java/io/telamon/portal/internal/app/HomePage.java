/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.app;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.telamon.portal.internal.instance.InstancesPage;

/** The bare address leads to what a person looks at most. */
@Route("")
public final class HomePage extends Div implements BeforeEnterObserver {
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.forwardTo(InstancesPage.class);
    }
}
