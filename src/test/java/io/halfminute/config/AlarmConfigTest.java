package io.halfminute.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.alarm.AlarmKind;
import io.halfminute.alarm.FloorRule;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlarmConfigTest {

    @TempDir
    Path temp;

    private Folder floor(String floor) {
        return new Folder(temp).with("queues.yaml", """
                skills:
                  mandarin: {zh: 普通话, en: Mandarin, floor: {ready: 3}}
                  english: {zh: 英语, en: English}
                queues:
                  orders:
                    skills:
                      mandarin: {least: 2}
                    floor: %s
                """.formatted(floor));
    }

    @Test
    void aQueueAndASkillMayHaveAFloor() {
        List<FloorRule> floors = floor("{ready: 2, from: \"22:00\", to: \"08:30\", after: 45s}").read().floors();
        assertEquals(List.of(new FloorRule(AlarmKind.SKILL_FLOOR, "mandarin", 3, 0, 1_440, 30_000),
                new FloorRule(AlarmKind.QUEUE_FLOOR, "orders", 2, 1_320, 510, 45_000)), floors);
    }

    @Test
    void withoutAFloorThereIsNone() {
        assertEquals(List.of(), new Folder(temp).read().floors());
    }

    @Test
    void aFloorThatMakesNoSenseIsRefusedWithItsPlace() {
        assertTrue(floor("{ready: 0}").problems().getFirst().contains("queues.orders.floor.ready"));
        assertTrue(floor("{ready: 2, from: \"25:00\"}").problems().getFirst().contains("08:30"));
        assertTrue(floor("{from: \"08:00\"}").problems().getFirst().contains("is needed"));
        assertTrue(floor("{ready: 1, rady: 2}").problems().getFirst().contains("rady"));
        assertEquals(1, floor("{ready: 2, from: \"08:00\", to: \"08:00\"}").problems().size());
    }

    @Test
    void webhooksAreAddressesOfTheWeb() {
        Folder folder = new Folder(temp);
        assertEquals(List.of(URI.create("https://example.com:8443/alarms?to=1")),
                folder.with("halfminute.yaml", "alarms: {webhooks: [\"https://example.com:8443/alarms?to=1\"]}").read().server()
                        .alarms().webhooks());
        assertTrue(folder.with("halfminute.yaml", "alarms: {webhooks: [\"file:///etc/passwd\"]}").problems().getFirst()
                .contains("https://"));
    }
}
