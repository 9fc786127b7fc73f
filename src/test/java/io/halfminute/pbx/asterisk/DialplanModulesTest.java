package io.halfminute.pbx.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Asterisk hangs up on a caller at the first application of the dialplan that it has not loaded, and says nothing before. */
class DialplanModulesTest {

    private static final Path ETC = Path.of("asterisk", "etc");
    /** pbx_builtins and the core, which are always there. */
    private static final String CORE = "";

    private static final Map<String, String> APPLICATIONS = Map.ofEntries(Map.entry("Answer", CORE), Map.entry("BackGround", CORE),
            Map.entry("WaitExten", CORE), Map.entry("Goto", CORE),
            Map.entry("GotoIf", CORE), Map.entry("Hangup", CORE), Map.entry("MSet", CORE), Map.entry("NoOp", CORE),
            Map.entry("Set", CORE), Map.entry("Wait", CORE), Map.entry("AGI", "res_agi"), Map.entry("DBdeltree", "app_db"),
            Map.entry("Dial", "app_dial"), Map.entry("Gosub", "app_stack"), Map.entry("MusicOnHold", "res_musiconhold"),
            Map.entry("Playback", "app_playback"), Map.entry("Queue", "app_queue"), Map.entry("Return", "app_stack"),
            Map.entry("UserEvent", "app_userevent"));
    private static final Map<String, String> FUNCTIONS = Map.ofEntries(Map.entry("BASE64_ENCODE", "func_base64"),
            Map.entry("CALLERID", "func_callerid"), Map.entry("CHANNEL", "func_channel"), Map.entry("CUT", "func_cut"),
            Map.entry("DB", "func_db"), Map.entry("FIELDQTY", "func_strings"), Map.entry("FILTER", "func_strings"),
            Map.entry("IF", "func_logic"), Map.entry("MASTER_CHANNEL", "func_channel"), Map.entry("MATH", "func_math"),
            Map.entry("PJSIP_HEADER", "res_pjsip_header_funcs"), Map.entry("PJSIP_PARSE_URI_FROM", "chan_pjsip"),
            Map.entry("STRFTIME", "func_strings"), Map.entry("STRREPLACE", "func_strings"));

    private static final Pattern APPLICATION = Pattern.compile("^\\s*(?:exten =>\\s*[^,]+,1|same => *n(?:\\(\\w+\\))?),([A-Za-z]\\w*)\\(",
            Pattern.MULTILINE);
    private static final Pattern FUNCTION = Pattern.compile("\\b([A-Z][A-Z0-9_]+)\\(");
    private static final Pattern COMMENT = Pattern.compile("^\\s*;.*$", Pattern.MULTILINE);
    private static final Pattern STEP = Pattern.compile("^\\s*(?:exten|same) *=>.*$", Pattern.MULTILINE);
    private static final Pattern MODULE = Pattern.compile("^(?:load|require) *= *(\\w+)\\.so", Pattern.MULTILINE);

    private static String withoutComments(String file) throws IOException {
        return COMMENT.matcher(Files.readString(ETC.resolve(file))).replaceAll("");
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is missing of this, as sentences. */
    private static List<String> missing(Set<String> used, Map<String, String> homes, Set<String> loaded) {
        return used.stream().flatMap(name -> {
            String home = homes.get(name);
            if (home == null) {
                return Stream.of("nobody here knows the module of " + name + ": find it with `asterisk/pbx exec core show"
                        + " application " + name + "` (or function), load it in modules.conf and name it in this test");
            }
            return home.equals(CORE) || loaded.contains(home) ? Stream.of()
                    : Stream.of(name + " needs \"require = " + home + ".so\" in modules.conf");
        }).toList();
    }

    @Test
    void everyApplicationOfTheDialplanIsLoaded() throws IOException {
        Set<String> used = all(APPLICATION, withoutComments("extensions.conf"));
        assertTrue(used.containsAll(List.of("Dial", "Queue", "MusicOnHold", "DBdeltree")), used::toString);
        assertEquals(List.of(), missing(used, APPLICATIONS, all(MODULE, withoutComments("modules.conf"))));
    }

    @Test
    void everyFunctionOfTheDialplanIsLoaded() throws IOException {
        Set<String> used = all(FUNCTION, withoutComments("extensions.conf"));
        used.remove("AGI");
        assertTrue(used.containsAll(List.of("FILTER", "DB", "MASTER_CHANNEL")), used::toString);
        assertEquals(List.of(), missing(used, FUNCTIONS, all(MODULE, withoutComments("modules.conf"))));
    }

    @Test
    void everyStepOfTheDialplanIsRead() throws IOException {
        String dialplan = withoutComments("extensions.conf");
        List<String> unread = STEP.matcher(dialplan).results().map(found -> found.group())
                .filter(step -> !APPLICATION.matcher(step).find()).toList();
        assertEquals(List.of(), unread, "this test does not understand these steps; teach it their form");
    }

    @Test
    void aModuleThatIsNotLoadedIsNamed() {
        Matcher step = APPLICATION.matcher(" same => n,ExecIf($[1]?Hangup())");
        assertTrue(step.find());
        assertEquals(1, missing(Set.of(step.group(1)), APPLICATIONS, Set.of()).size());
        assertEquals(List.of("Dial needs \"require = app_dial.so\" in modules.conf"),
                missing(Set.of("Dial"), APPLICATIONS, Set.of("app_queue")));
    }
}
