package io.halfminute.demo;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;

/** The files that SIPp plays from: scenarios, the list of callers, the phones' passwords, a voice. */
final class Props {

    /** So many different callers; some call again, so that their tickets grow. */
    private static final int CALLERS = 400;
    private static final List<String> NAMES = List.of("王芳", "李强", "张伟", "刘敏", "陈杰", "Anna Schmidt", "John Smith", "Maria Rossi",
            "赵磊", "孙丽");
    private static final List<String> SCENARIOS = List.of("register.xml", "phone.xml", "caller.xml");

    private final Path folder;

    Props(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    String list(String name) {
        return name + ".csv";
    }

    void layOut(DemoSettings settings) throws IOException {
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        for (String scenario : SCENARIOS) {
            copy(scenario);
        }
        Files.writeString(folder.resolve(list("callers")), callers(settings));
        for (DemoAgent agent : settings.agents()) {
            Files.writeString(folder.resolve(list(agent.phone())), "SEQUENTIAL\n" + agent.phone() + ";[authentication username="
                    + agent.phone() + " password=" + agent.phonePassword() + "]\n");
        }
        Files.write(folder.resolve("voice.alaw"), Voice.sample());
    }

    private void copy(String scenario) throws IOException {
        try (InputStream resource = Props.class.getResourceAsStream("/demo/" + scenario)) {
            if (resource == null) {
                throw new FileNotFoundException("/demo/" + scenario + " is not in this build");
            }
            Files.copy(resource, folder.resolve(scenario), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Invented Chinese mobile numbers, each with the number that this caller dials and his name. */
    private static String callers(DemoSettings settings) {
        Random chance = new Random(settings.seed());
        StringBuilder lines = new StringBuilder("RANDOM\n");
        for (int i = 0; i < CALLERS; i++) {
            lines.append("139").append(String.format("%08d", chance.nextInt(100_000_000))).append(';')
                    .append(settings.numbers().get(i % settings.numbers().size())).append(';')
                    .append(NAMES.get(chance.nextInt(NAMES.size()))).append('\n');
        }
        return lines.toString();
    }
}
