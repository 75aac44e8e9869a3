/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The direction of dependencies as the classes have it; the poms are judged by the layer files in
 * {@code .mvn/layers}.
 */
class ArchitectureTest {
    private static final String[] PLATFORM = {
        "io.telamon.errors..", "io.telamon.model..", "io.telamon.*.api..", "io.telamon.*.spi.."
    };

    private static final String COMPONENT = "org.osgi.service.component.annotations.Component";

    private static JavaClasses all;

    @BeforeAll
    static void readAllClasses() {
        all =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.telamon");
        assertThat(all.size()).as("classes found").isGreaterThan(100);
    }

    @Test
    void whatIsInternalIsSeenByItsOwnAreaOnly() {
        slices().matching("io.telamon.(**).internal..")
                .namingSlices("internals of $1")
                .should()
                .notDependOnEachOther()
                .check(all);
    }

    @Test
    void thePlatformKnowsNoImplementation() {
        noClasses()
                .that()
                .resideInAnyPackage(PLATFORM)
                .should()
                .dependOnClassesThat(resideInAPackage("io.telamon..internal.."))
                .check(all);
    }

    @Test
    void thePlatformShowsOnlyTheJdkAndItself() {
        DescribedPredicate<JavaClass> allowed =
                resideInAnyPackage(PLATFORM).or(resideInAPackage("java.."));

        classes()
                .that()
                .resideInAnyPackage(PLATFORM)
                .should()
                .onlyDependOnClassesThat(allowed)
                .check(all);
    }

    @Test
    void entitiesLiveAndDieInTheStore() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.telamon.store.internal..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "org.hibernate..")
                .check(all);
    }

    @Test
    void whoTakesSettingsNamesTheirFile() {
        classes()
                .that()
                .areAnnotatedWith(COMPONENT)
                .and(DescribedPredicate.describe("take settings", ArchitectureTest::takesSettings))
                .should(haveAPid())
                .check(all);
    }

    private static boolean takesSettings(JavaClass type) {
        return type.getConstructors().stream()
                .flatMap(constructor -> constructor.getRawParameterTypes().stream())
                .anyMatch(JavaClass::isAnnotation);
    }

    /** Without it the settings would have to be in a file with the name of the class. */
    private static ArchCondition<JavaClass> haveAPid() {
        return new ArchCondition<>("name a configurationPid") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean named =
                        type.getAnnotationOfType(COMPONENT)
                                .tryGetExplicitlyDeclaredProperty("configurationPid")
                                .isPresent();
                events.add(new SimpleConditionEvent(type, named, type.getName()));
            }
        };
    }

    /** A component that offers a service is else not made before somebody asks for it. */
    @Test
    void rolesOfTheEdgeOpenAsSoonAsTheyAreConfigured() {
        classes()
                .that()
                .areAnnotatedWith(COMPONENT)
                .and()
                .resideInAPackage("io.telamon.edge..")
                .should(beImmediate())
                .check(all);
    }

    private static ArchCondition<JavaClass> beImmediate() {
        return new ArchCondition<>("be immediate") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean immediate =
                        type.getAnnotationOfType(COMPONENT)
                                .tryGetExplicitlyDeclaredProperty("immediate")
                                .isPresent();
                events.add(new SimpleConditionEvent(type, immediate, type.getName()));
            }
        };
    }

    @Test
    void nobodyEndsTheProcess() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.telamon.simkit..", "io.telamon.*.simulator..", "io.telamon.edge.main..")
                .should()
                .callMethod(System.class, "exit", int.class)
                .check(all);
    }
}
