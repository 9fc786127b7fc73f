package io.halfminute.pbx.asterisk;

import io.halfminute.pbx.PbxCommand;
import io.halfminute.pbx.PbxCommand.CallBack;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.asteriskjava.manager.action.HangupAction;
import org.asteriskjava.manager.action.OriginateAction;

/**
 * Calls of our own. The agent's channel gets the id that the server has chosen, and all that a server which starts must know
 * to take the call over; when he picks up it goes to the dialplan, which dials the customer from those variables, digits only.
 */
final class Originates {

    private final long epoch;
    private final InstantSource clock;

    Originates(long epoch, InstantSource clock) {
        this.epoch = epoch;
        this.clock = clock;
    }

    OriginateAction callBack(CallBack command) {
        OriginateAction action = new OriginateAction();
        action.setChannel(Phones.device(command.phone()));
        action.setChannelId(command.call().value());
        action.setContext("hm-callback");
        action.setExten("s");
        action.setPriority(1);
        action.setTimeout((long) command.ringMs());
        action.setCallerId("\"" + command.customer().brand() + "\" <" + EventMapper.digits(command.customer().number()) + ">");
        action.setAsync(true);
        action.setVariables(variables(command));
        return action;
    }

    private Map<String, String> variables(CallBack command) {
        PbxCommand.Customer customer = command.customer();
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("HM_STAGE", "OFFERED");
        variables.put("HM_CALLBACK", Long.toString(customer.callback()));
        variables.put("HM_ARRIVED", Long.toString(clock.millis()));
        variables.put("HM_OFFER", command.offer().toString());
        variables.put("HM_PHONE", command.phone().value());
        variables.put("HM_NUMBER", customer.number());
        variables.put("HM_DIALLED", customer.shows());
        variables.put("HM_DIAL_S", Integer.toString(Math.max(1, customer.dialMs() / 1_000)));
        variables.put("HM_MADE_BY", Long.toString(epoch));
        return variables;
    }

    HangupAction hangUp(String channel) {
        return new HangupAction(channel);
    }
}
