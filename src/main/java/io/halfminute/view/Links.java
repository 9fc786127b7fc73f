package io.halfminute.view;

import io.halfminute.acd.AcdEvent;
import io.halfminute.pbx.PbxId;
import java.util.TreeMap;

/** The links to all PBXs as one: what is shown is sure when all of them stand. */
final class Links {

    private final TreeMap<PbxId, String> down = new TreeMap<>();

    BoardState.Link after(AcdEvent.LinkChanged changed) {
        if (changed.up()) {
            down.remove(changed.pbx());
        } else {
            down.put(changed.pbx(), changed.why() == null ? "" : changed.why());
        }
        return new BoardState.Link(down.isEmpty(), down.isEmpty() ? "" : named(down.firstEntry().getKey()));
    }

    private String named(PbxId pbx) {
        return pbx.equals(PbxId.MAIN) ? down.get(pbx) : pbx + ": " + down.get(pbx);
    }
}
