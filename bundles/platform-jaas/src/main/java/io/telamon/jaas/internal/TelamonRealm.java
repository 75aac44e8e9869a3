/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.jaas.internal;

import java.util.HashMap;
import java.util.Map;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import org.apache.karaf.jaas.boot.ProxyLoginModule;
import org.apache.karaf.jaas.config.JaasRealm;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Publishes the realm. Karaf's proxy module loads {@link TelamonLoginModule} from this bundle,
 * whose context travels as an option.
 */
@Component(service = JaasRealm.class)
public final class TelamonRealm implements JaasRealm {
    static final String NAME = "telamon";

    private final BundleContext context;

    /** Looks services up through {@code context}. */
    @Activate
    public TelamonRealm(BundleContext context) {
        this.context = context;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public int getRank() {
        return 0;
    }

    @Override
    public AppConfigurationEntry[] getEntries() {
        Map<String, Object> options = new HashMap<>();
        options.put(ProxyLoginModule.PROPERTY_MODULE, TelamonLoginModule.class.getName());
        options.put(
                ProxyLoginModule.PROPERTY_BUNDLE, Long.toString(context.getBundle().getBundleId()));
        options.put(BundleContext.class.getName(), context);
        options.put(TelamonLoginModule.LOOKUP, new AuthenticatorLookup(context));
        return new AppConfigurationEntry[] {
            new AppConfigurationEntry(
                    ProxyLoginModule.class.getName(), LoginModuleControlFlag.REQUIRED, options)
        };
    }
}
