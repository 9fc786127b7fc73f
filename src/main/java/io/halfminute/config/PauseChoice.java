package io.halfminute.config;

import io.halfminute.agent.PauseReason;
import java.util.List;
import java.util.Optional;

/** A reason for a pause that an agent may choose, and what it is called. */
public record PauseChoice(PauseReason reason, Label name) {

    private static final List<PauseReason> SET_BY_SERVER =
            List.of(PauseReason.SIGNED_IN, PauseReason.NO_ANSWER, PauseReason.PHONE_UNREACHABLE);
    static final List<PauseChoice> DEFAULT = List.of(
            choice("break", "小休", "Break"),
            choice("meal", "用餐", "Meal"),
            choice("training", "培训", "Training"),
            choice("meeting", "会议", "Meeting"),
            choice("toilet", "洗手间", "Toilet"));

    private static PauseChoice choice(String code, String zh, String en) {
        return new PauseChoice(new PauseReason(code), new Label(zh, en));
    }

    static Optional<PauseChoice> read(String code, Section section) {
        Label name = Label.read(section);
        if (SET_BY_SERVER.stream().anyMatch(reason -> reason.code().equals(code))) {
            section.problem("\"" + code + "\" is set by the server itself; choose another code");
        }
        return section.build(() -> new PauseChoice(new PauseReason(code), name));
    }
}
