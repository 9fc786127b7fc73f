package io.halfminute.pbx.asterisk;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Map;
import org.asteriskjava.manager.action.ManagerAction;

/**
 * Looks at every value of an action before it is sent. asterisk-java writes values as they are: one with CR LF in it has
 * executed an injected action on a real Asterisk. It builds the headers from the getters, so the getters are what is
 * looked at here, whatever class of action comes.
 */
final class ActionCheck {

    private final int maxLength;

    ActionCheck(int maxLength) {
        this.maxLength = maxLength;
    }

    /** @throws UnsafeActionException if a key or a value has CR, LF or NUL in it, or is too long */
    void check(ManagerAction action) {
        for (Method method : action.getClass().getMethods()) {
            if (isGetter(method)) {
                checkValue(action, method.getName().replaceFirst("^(get|is)", ""), read(method, action));
            }
        }
    }

    private static boolean isGetter(Method method) {
        return method.getParameterCount() == 0 && method.getName().matches("(get|is)[A-Z].*")
                && !method.getReturnType().equals(Class.class);
    }

    private static Object read(Method method, ManagerAction action) {
        try {
            return method.invoke(action);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + method + " before sending", e);
        }
    }

    private void checkValue(ManagerAction action, String key, Object value) {
        switch (value) {
            case null -> { }
            case Map<?, ?> map -> map.forEach((k, v) -> {
                checkText(action, key, String.valueOf(k));
                checkText(action, key, String.valueOf(v));
            });
            case Collection<?> all -> all.forEach(one -> checkText(action, key, String.valueOf(one)));
            default -> checkText(action, key, value.toString());
        }
    }

    private void checkText(ManagerAction action, String key, String value) {
        if (value.length() > maxLength) {
            throw new UnsafeActionException(action.getAction(), key, value, "has " + value.length()
                    + " characters; " + maxLength + " are allowed");
        }
        for (char c : new char[] {'\r', '\n', '\0'}) {
            if (value.indexOf(c) >= 0) {
                throw new UnsafeActionException(action.getAction(), key, value, "has a line break or a NUL in it");
            }
        }
    }
}
