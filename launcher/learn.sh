# shellcheck shell=bash
# What a JVM has learnt in one run, the classes as they are linked and the profiles of the methods that are hot, is kept beside
# the build and serves every later run of it (JEP 514, 515): it starts sooner, and compiles for seconds instead of minutes.
# Another build, JDK or set of options learns anew.

# While the program that runs is watched; else nothing.
notes=

# recalling NAME COMMAND...: sets the options of java for a program, to use what was learnt, if anything was. COMMAND is java
# with its own options.
recalling() {
    learnt=$(learnt_folder)/$1-$(cat "$JAVA_HOME/release" "$home/launcher/server.options" | sha256sum | cut -c1-16).aot
    notes='' learning_options=()
    shift
    if is_usable "$@"; then learning_options=(-XX:AOTCache="$learnt" "${quietly[@]}"); fi
}

# learning NAME COMMAND...: as recalling, or to learn when nothing was. For runs of minutes only: a JVM that is watched keeps all
# that it sees until its end, and is slow to end. So a hotline in production never is.
learning() {
    recalling "$@"
    [ ${#learning_options[@]} = 0 ] || return 0
    notes=$learnt.notes.$$
    learning_options=(-XX:AOTMode=record -XX:AOTConfiguration="$notes" "${quietly[@]}")
}

# What the JVM says of it must not be among the program's own words.
quietly=(-XX:+DisplayVMOutputToStderr -Xlog:aot=off -Xlog:cds=off)

# Beside the build; in the cache when a package lies where it cannot be written.
learnt_folder() { if is_package; then mkdir -p "$cache" && echo "$cache"; else echo "$app"; fi; }

# What this JVM cannot use is forgotten; without this question it would be ignored for ever.
is_usable() {
    [ -s "$learnt" ] || return 1
    "$@" -XX:AOTMode=on -XX:AOTCache="$learnt" -cp "$(class_path)" -version > /dev/null 2>&1 || { rm -f "$learnt"; return 1; }
}

# keep_what_was_learnt COMMAND...: after a run in good order that has seen enough. Some three seconds.
keep_what_was_learnt() {
    if [ -s "$notes" ] && [ ! -s "$learnt" ]; then
        timeout 75 "$@" -XX:AOTMode=create -XX:AOTConfiguration="$notes" -XX:AOTCache="$notes.aot" \
            -cp "$(class_path)" > /dev/null 2>&1 && mv "$notes.aot" "$learnt"
    fi
    forget_notes
}

# After a run that has not.
forget_notes() { [ -z "${notes:-}" ] || rm -f "$notes" "$notes.aot"; }
