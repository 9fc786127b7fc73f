package io.halfminute.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** Compiles small classes that break a rule; as text, so that the rules do not find them in the project. */
final class Sample {

    private Sample() {
    }

    /** The class {@code Sample} in {@code packageName} with this body. */
    static JavaClasses of(Path folder, String packageName, String body) {
        try {
            Path source = Files.writeString(folder.resolve("Sample.java"),
                    "package " + packageName + ";\nclass Sample { " + body + " }\n");
            List<String> arguments = new ArrayList<>(List.of("-proc:none", "-nowarn", "-d", folder.toString(), "-cp",
                    System.getProperty("java.class.path"), source.toString()));
            int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
            if (result != 0) {
                throw new IllegalStateException("the sample does not compile: " + body);
            }
            return new ClassFileImporter().importPath(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
