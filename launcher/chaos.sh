# shellcheck shell=bash
# Faults on real calls. They are built like the benchmarks, and need neither the pages nor a hotline that runs.

run_chaos() {
    log_folder=$cache/log
    need chaos >&2
    step "get Asterisk" "see above" "$home/asterisk/pbx" install --data "$(mktemp -d)" >&2 || exit 1
    local libraries=$home/target/bench.classpath
    step "build the faults" "look at the first error above" build_benchmarks "$libraries" >&2 || exit 1
    build >&2
    local options=(); absolute_json "$@"
    # Nothing is learnt from servers that are killed, and they are started as the launcher starts them.
    learn_from_a_start >&2
    cd "$home" && exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx512m -Dhalfminute.cache="$cache" \
        -Dhalfminute.server-class-path="$(class_path)" -Dhalfminute.server-options="${learning_options[*]}" \
        -cp "target/test-classes:target/classes:$(< "$libraries")" io.halfminute.chaos.Chaos "${options[@]}"
}
