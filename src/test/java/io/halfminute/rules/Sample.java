package io.halfminute.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles small classes that break a rule; as text, so that the rules do not find them in the project. */
final class Sample {

    /** Kept, since it has read the libraries. */
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    private static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    private Sample() {
    }

    /** The class {@code Sample} in {@code packageName} with this body. */
    static JavaClasses of(Path folder, String packageName, String body) {
        try {
            Path source = Files.writeString(folder.resolve("Sample.java"),
                    "package " + packageName + ";\nclass Sample { " + body + " }\n");
            FILES.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
            if (!COMPILER.getTask(null, FILES, null, List.of("-proc:none", "-nowarn"), null,
                    FILES.getJavaFileObjects(source)).call()) {
                throw new IllegalStateException("the sample does not compile: " + body);
            }
            return new ClassFileImporter().importPath(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
