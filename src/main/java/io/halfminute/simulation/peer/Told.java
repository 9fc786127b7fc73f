package io.halfminute.simulation.peer;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.Outputs;
import io.halfminute.pbx.PbxCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one step asks for and tells. */
final class Told {

    private List<PbxCommand> commands = new ArrayList<>();
    private List<AcdEvent> events = new ArrayList<>();

    void begin() {
        commands = new ArrayList<>();
        events = new ArrayList<>();
    }

    void tell(AcdEvent event) {
        events.add(event);
    }

    void command(PbxCommand command) {
        commands.add(command);
    }

    Outputs end() {
        return new Outputs(commands, events, Optional.empty());
    }
}
