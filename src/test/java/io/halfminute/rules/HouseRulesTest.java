package io.halfminute.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of the house, held by every file of the project. Each message says what to do. */
class HouseRulesTest {

    private static JavaClasses product;
    private static JavaClasses everything;
    private static List<SourceFile> files;

    @BeforeAll
    static void read() {
        ImportOption notGenerated = location -> !location.contains("/jmh_generated/");
        everything = new ClassFileImporter().withImportOption(notGenerated).importPackages(ImportTable.ROOT);
        ImportOption noTests = new ImportOption.DoNotIncludeTests();
        product = everything.that(DescribedPredicate.describe("of the product",
                (JavaClass each) -> each.getSource().map(Source::getUri).map(Location::of).filter(noTests::includes).isPresent()));
        files = SourceFile.below(Path.of("").toAbsolutePath());
    }

    private static void assertNone(List<String> broken) {
        assertTrue(broken.isEmpty(), () -> broken.size() + " broken:\n" + String.join("\n", broken));
    }

    @Test
    void packagesUseOnlyWhatTheTableAllows() {
        assertNone(ImportTable.HOUSE.check(product));
    }

    @Test
    void theTableHasNoCircles() {
        assertEquals(List.of(), ImportTable.HOUSE.circles());
    }

    @Test
    void eachForeignLibraryHasOneHomeAndTheCoreHasNone() {
        assertNone(ForeignLibraries.check(product));
    }

    @Test
    void theCoreNeitherReadsTheClockNorRollsDiceAndNobodySleeps() {
        assertNone(BannedCalls.check(everything));
    }

    @Test
    void filesAreShort() {
        assertNone(TextRules.tooLong(files));
    }

    @Test
    void functionsAreShort() {
        assertNone(TextRules.tooLongFunctions(files));
    }

    @Test
    void nothingIsPutOffAndNobodysMachineIsNamed() {
        assertNone(TextRules.bannedWords(files));
    }

    @Test
    void everyPackageSaysWhatItIsFor() {
        assertNone(TextRules.withoutPackageInfo(files));
    }

    @Test
    void theRulesSeeTheProject() {
        assertTrue(product.size() > 50, product.size() + " classes");
        assertTrue(everything.size() > product.size(), "tests are seen too");
        assertTrue(files.stream().anyMatch(file -> file.path().equals("pom.xml")), "the project's root was not read");
    }
}
