package io.halfminute.chaos;

import java.nio.file.Path;

/** A fault, tried on real calls. */
interface Scenario {

    /** As {@code --only} names it. */
    String name();

    /** Tries it with everything in an empty folder; returns when every call is over and nothing runs any more. */
    Outcome run(Path folder, Form form);
}
