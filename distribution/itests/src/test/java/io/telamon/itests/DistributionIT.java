/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.features.FeaturesService;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.BundleRevision;

/** The built archive boots, is ready, and takes plug-ins in and out. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class DistributionIT {
    private static final String DRIVER = "io.telamon.vim.spi.VimDriver";
    private static final String PLUGIN = "telamon-vim-simulator";

    /** The container under test. */
    @Configuration
    public Option[] config() {
        return Container.options();
    }

    @Test
    public void becomesReadyAndSaysSo() throws Exception {
        Await.until("GET /health/ready answers 200", DistributionIT::ready);

        assertTrue(get("/health/ready").body().startsWith("{\"ready\":true"));
        assertEquals(200, get("/health/live").statusCode());
    }

    @Test
    public void everyBundleRuns() throws Exception {
        Await.until("boot features are in place", DistributionIT::ready);

        List<String> stopped =
                Arrays.stream(context().getBundles())
                        .filter(bundle -> !runs(bundle))
                        .map(bundle -> bundle.getSymbolicName() + " " + bundle.getState())
                        .toList();

        assertEquals(List.of(), stopped);
    }

    @Test
    public void shipsNoUserAndNoKey() throws IOException {
        Path etc = Path.of(System.getProperty("karaf.etc"));

        for (String file : List.of("users.properties", "keys.properties")) {
            assertTrue(
                    file,
                    Files.readAllLines(etc.resolve(file)).stream()
                            .allMatch(line -> line.isBlank() || line.startsWith("#")));
        }
        assertFalse(Files.exists(etc.resolve("host.key")));
    }

    @Test
    public void pluginFeaturesInstallAndUninstallTwice() throws Exception {
        for (String name : List.of(PLUGIN, "telamon-sdn-simulator")) {
            for (int round = 0; round < 2; round++) {
                features()
                        .installFeature(
                                name, EnumSet.of(FeaturesService.Option.NoAutoRefreshBundles));
                assertEquals(name, Bundle.ACTIVE, find(name).orElseThrow().getState());

                features().uninstallFeature(name);
                Await.until(name + " is gone", () -> find(name).isEmpty());
            }
        }
    }

    @Test
    public void aPluginJarInTheDeployFolderWorksUntilItIsTakenAway() throws Exception {
        Path shipped = Path.of(System.getProperty("karaf.home"), "plugins", PLUGIN + ".jar");
        Path deploy =
                Files.createDirectories(Path.of(System.getProperty("telamon.home"), "deploy"));
        Path dropped = deploy.resolve(PLUGIN + ".jar");

        for (int round = 0; round < 2; round++) {
            Path incoming = Files.copy(shipped, deploy.resolveSibling("incoming.jar"));
            Files.move(incoming, dropped);
            Await.until("the dropped driver is offered", () -> offered(DRIVER));
            assertEquals(Bundle.ACTIVE, find(PLUGIN).orElseThrow().getState());

            Files.delete(dropped);
            Await.until(
                    "the driver is withdrawn", () -> !offered(DRIVER) && find(PLUGIN).isEmpty());
        }
    }

    // Pax Exam makes this class outside the container too, so nothing of OSGi is looked up early
    private static BundleContext context() {
        return FrameworkUtil.getBundle(DistributionIT.class).getBundleContext();
    }

    private static FeaturesService features() {
        return context().getService(context().getServiceReference(FeaturesService.class));
    }

    private boolean offered(String service) throws Exception {
        return context().getAllServiceReferences(service, null) != null;
    }

    private Optional<Bundle> find(String symbolicName) {
        return Arrays.stream(context().getBundles())
                .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
                .findFirst();
    }

    /** Fragments only resolve; lazy bundles wait for their first class. */
    private static boolean runs(Bundle bundle) {
        boolean fragment =
                (bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
        return bundle.getState() == Bundle.ACTIVE
                || fragment && bundle.getState() == Bundle.RESOLVED
                || bundle.getState() == Bundle.STARTING
                        && bundle.getHeaders().get("Bundle-ActivationPolicy") != null;
    }

    private static HttpResponse<String> get(String path) throws Exception {
        String port = System.getProperty(Container.HTTP_PORT);
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    /** Not ready includes that nobody listens yet. */
    private static boolean ready() throws Exception {
        try {
            return get("/health/ready").statusCode() == 200;
        } catch (ConnectException notYet) {
            return false;
        }
    }
}
