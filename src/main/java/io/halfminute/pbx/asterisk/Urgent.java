package io.halfminute.pbx.asterisk;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a thread come before everything that may wait, as Asterisk does with its own ({@code highpriority}). One of Java's priorities
 * comes after all of Asterisk's threads, so an agent who has hung up would be heard when Asterisk has nothing else to do,
 * a millisecond later. See sched_setscheduler(2). Linux ends nobody's turn for it: of each second it keeps a twentieth for others.
 */
final class Urgent {

    private static final Logger LOG = LoggerFactory.getLogger(Urgent.class);

    /** Round robin; threads that this one starts are as all others. From Linux's sched.h. */
    private static final int POLICY = 2 | 0x4000_0000;
    /** One above Asterisk's, whose threads work longer. */
    private static final int PRIORITY = 11;
    private static final int THIS_THREAD = 0;

    private Urgent() {
    }

    /** For the present thread, which must do little at a time. Where the system does not allow it, all goes on without. */
    static void claim() {
        try {
            if (setScheduler() != 0) {
                LOG.info("this system lets no thread of ours have real-time priority; phones ring a little later (RLIMIT_RTPRIO)");
            }
        } catch (Throwable notThere) {
            LOG.info("this system knows no real-time priority: {}", notThere.toString());
        }
    }

    private static int setScheduler() throws Throwable {
        Linker linker = Linker.nativeLinker();
        MethodHandle set = linker.downcallHandle(linker.defaultLookup().find("sched_setscheduler").orElseThrow(),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment priority = arena.allocateFrom(ValueLayout.JAVA_INT, PRIORITY);
            return (int) set.invokeExact(THIS_THREAD, POLICY, priority);
        }
    }
}
