package io.halfminute.pbx.asterisk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Function;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiHangupException;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.AgiScript;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The step at arrival: tells the dialplan brand, queue, language and music, and greets. Arguments: token, sounds' folder; without
 * the folder nobody is greeted.
 */
final class ArrivalScript implements AgiScript {

    private static final Logger LOG = LoggerFactory.getLogger(ArrivalScript.class);
    private static final String PATH = "arrival";

    private final byte[] token;
    private final Function<String, Optional<ArrivalPlan>> plans;

    ArrivalScript(String token, Function<String, Optional<ArrivalPlan>> plans) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
        this.plans = plans;
    }

    @Override
    public void service(AgiRequest request, AgiChannel channel) throws AgiException {
        String[] arguments = request.getArguments();
        if (!PATH.equals(request.getScript()) || arguments.length < 1 || arguments.length > 2 || !isToken(arguments[0])) {
            LOG.warn("FastAGI: a request without the token, or for another path, was turned away");
            return;
        }
        Optional<ArrivalPlan> plan = plans.apply(EventMapper.digits(request.getDnid()));
        if (plan.isEmpty()) {
            return;
        }
        try {
            tell(plan.get(), channel);
            if (arguments.length > 1) {
                greet(plan.get(), arguments[1], channel);
            }
        } catch (AgiHangupException e) {
            LOG.debug("the caller left during the greeting");
        }
    }

    /** Compares in a time that does not depend on where the difference is. */
    private boolean isToken(String given) {
        return MessageDigest.isEqual(token, given.getBytes(StandardCharsets.UTF_8));
    }

    private static void tell(ArrivalPlan plan, AgiChannel channel) throws AgiException {
        // One question and answer instead of four; a plan's words have no comma in them.
        channel.exec("MSet", "HM_BRAND=" + plan.brand(), "HM_QUEUE=" + plan.queue(),
                "CHANNEL(language)=" + plan.language(), "CHANNEL(musicclass)=" + plan.music());
    }

    private static void greet(ArrivalPlan plan, String sounds, AgiChannel channel) throws AgiException {
        if (plan.greeting().isPresent()) {
            channel.streamFile(sounds + "/" + plan.language() + "/" + plan.greeting().get());
        }
    }
}
