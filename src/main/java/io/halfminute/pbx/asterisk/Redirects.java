package io.halfminute.pbx.asterisk;

import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxCommand;
import io.halfminute.pbx.PhoneId;
import java.util.List;
import org.asteriskjava.manager.action.RedirectAction;
import org.asteriskjava.manager.action.SetVarAction;

/** The commands about one call, most of them Redirects: an extension of ids that the dialplan takes apart (extensions.conf). */
final class Redirects {

    private final long epoch;

    Redirects(long epoch) {
        this.epoch = epoch;
    }

    RedirectAction offer(PbxCommand.Offer command, String channel) {
        return redirect(channel, "hm-connect",
                "o*" + Phones.joined(command.phones(), command.away()) + "*" + command.offer() + "*" + command.ringMs());
    }

    RedirectAction retrieve(String channel) {
        return redirect(channel, "hm-retrieve", "w");
    }

    RedirectAction refuse(PbxCommand.Refuse command, String channel) {
        String reason = switch (command.why()) {
            case UNKNOWN_NUMBER -> "UNKNOWN";
            case QUEUE_FULL, BRAND_FULL, HOTLINE_FULL -> command.calledBack() ? "BACK" : "FULL";
        };
        return redirect(channel, "hm-refuse", "r*" + reason);
    }

    RedirectAction divert(PbxCommand.Divert command, String channel) {
        if (!command.number().matches("\\+?[0-9]{1,20}")) {
            throw new IllegalArgumentException("number \"" + command.number()
                    + "\" to divert to: digits with or without a + before them are allowed");
        }
        return redirect(channel, "hm-divert", "d*" + command.number());
    }

    RedirectAction confirmCallback(String channel) {
        return redirect(channel, "hm-confirm", "c");
    }

    /** As {@link #wait}. */
    SetVarAction proposal(PbxCommand.ProposeCallback command, String channel, long nowMs) {
        return new SetVarAction(channel, "HM_PROPOSE",
                (command.keyMs() + 999) / 1_000 + "*" + (nowMs + command.forMs()) / 1_000);
    }

    /**
     * No Redirect, which could cut into an offer: the waiting room looks at this variable by itself, and nobody else does.
     *
     * @param nowMs on the PBX's clock
     */
    SetVarAction wait(PbxCommand.TellWait command, String channel, long nowMs) {
        return new SetVarAction(channel, "HM_TELL", command.seconds() + "*" + (nowMs + command.forMs()) / 1_000);
    }

    private RedirectAction redirect(String channel, String context, String ids) {
        return new RedirectAction(channel, context, ids + "*" + epoch, 1);
    }

    /** The offer whose extension this is, {@link OfferId#NONE} if it is another's. */
    static OfferId offerOf(String extension) {
        String[] ids = ids(extension);
        return isOffer(ids) ? new OfferId(EventMapper.number(ids[2])) : OfferId.NONE;
    }

    /** The phones of the offer whose extension this is; none if it is another's. */
    static List<PhoneId> phonesOf(String extension) {
        String[] ids = ids(extension);
        return isOffer(ids) ? Phones.separated(ids[1]) : List.of();
    }

    private static String[] ids(String extension) {
        return extension == null ? new String[0] : extension.split("\\*", -1);
    }

    private static boolean isOffer(String[] ids) {
        return ids.length == 5 && ids[0].equals("o");
    }

    /** The offer that a command is about, for the report of its failure. */
    static OfferId offerOf(PbxCommand command) {
        return switch (command) {
            case PbxCommand.Offer offer -> offer.offer();
            case PbxCommand.CallBack back -> back.offer();
            default -> OfferId.NONE;
        };
    }
}
