package io.halfminute.pbx.asterisk;

import io.halfminute.pbx.PhoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.QueueAddAction;
import org.asteriskjava.manager.action.QueueRemoveAction;

/** The members of the dialplan's fallback queue: those it has, those it should have, and the steps between. */
final class FallbackMembers {

    /** The queue's name in queues.conf. */
    static final String QUEUE = "hm-fallback";

    private final Set<String> present = new HashSet<>();

    /** What Asterisk says that it has. */
    void found(Collection<String> interfaces) {
        present.clear();
        present.addAll(interfaces);
    }

    /** What is to be done so that these phones and no others are members; taken as done. */
    List<ManagerAction> steps(Set<PhoneId> wanted) {
        Set<String> should = new HashSet<>();
        wanted.forEach(phone -> should.add(Phones.device(phone)));
        List<ManagerAction> steps = Stream.concat(
                present.stream().filter(member -> !should.contains(member)).map(FallbackMembers::remove),
                should.stream().filter(member -> !present.contains(member)).map(FallbackMembers::add)).toList();
        found(should);
        return steps;
    }

    private static ManagerAction remove(String member) {
        return new QueueRemoveAction(QUEUE, member);
    }

    private static ManagerAction add(String member) {
        return new QueueAddAction(QUEUE, member);
    }
}
