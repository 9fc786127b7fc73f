# shellcheck shell=bash
# The benchmarks. They are built like tests, and need neither the pages nor a hotline that runs.

run_benchmarks() {
    log_folder=$cache/log
    if [ "${1:-}" = --core ]; then shift; core_benchmarks "$@"; return; fi
    need bench >&2
    step "get Asterisk" "see above" "$home/asterisk/pbx" install --data "$(mktemp -d)" >&2 || exit 1
    local libraries=$home/target/bench.classpath
    step "build the benchmarks" "look at the first error above" build_benchmarks "$libraries" >&2 || exit 1
    build >&2
    local options=(); absolute_json "$@"
    server_java
    learn_first server rehearse_calls "${server_java[@]}"; server_options=${learning_options[*]}
    learn_first simulate rehearse_day "$JAVA_HOME/bin/java" -XX:+UseSerialGC; day_options=${learning_options[*]}
    bench_command "${options[@]}"
}

# core_benchmarks [NAME...]: no calls, so neither Asterisk nor SIPp.
core_benchmarks() {
    local libraries=$home/target/bench.classpath options=()
    find_jdk || fail "there is no JDK. Maybe: $jdk_mend"
    command -v mvn > /dev/null || fail "Maven is missing. Maybe: apt-get install maven"
    step "build the benchmarks" "look at the first error above" build_benchmarks "$libraries" >&2 || exit 1
    absolute_json "$@"
    (cd "$home" && "$JAVA_HOME/bin/java" -cp "target/test-classes:target/classes:$(< "$libraries")" \
        io.halfminute.bench.CoreBenchmarks "${options[@]}")
}

# learn_first NAME REHEARSAL JAVA...: what is measured is not the first run of a build.
learn_first() {
    local name=$1 rehearsal=$2; shift 2
    learning "$name" "$@"
    [ ! -s "$learnt" ] || return 0
    step "a first run, from which the JVM learns: $name" "look at the error above" "$rehearsal" "$@" >&2 || exit 1
    keep_what_was_learnt "$@"
    learning "$name" "$@"
    [ -s "$learnt" ] || fail "nothing was learnt within 75 s; is the machine busy, or the disk full? df -h $cache"
}

rehearse_calls() { server_options=${learning_options[*]} bench_command --rehearse; }

rehearse_day() { "$@" "${learning_options[@]}" -cp "$(class_path)" io.halfminute.server.Main simulate --calls 20000 --seed 99; }

# The server under test is the build that the launcher would start, run as the launcher runs it.
bench_command() {
    cd "$home" && "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx512m -Dhalfminute.cache="$cache" \
        -Dhalfminute.server-class-path="$(class_path)" -Dhalfminute.server-options="$server_options" \
        -Dhalfminute.day-options="${day_options:-}" \
        -cp "target/test-classes:target/classes:$(< "$libraries")" io.halfminute.bench.RealBench "$@"
}

build_benchmarks() {
    cd "$home" && mvn -B -ntp -Dweb.skip test-compile dependency:build-classpath \
        -Dmdep.includeScope=test -Dmdep.outputFile="$1"
}

# Sets options: FILE of --json is seen from where the command was given.
absolute_json() {
    while [ $# -gt 0 ]; do
        case $1 in
            --json) [ $# -ge 2 ] || fail "--json needs a file"; options+=(--json "$(realpath -m "$2")"); shift 2 ;;
            --json=*) options+=(--json "$(realpath -m "${1#--json=}")"); shift ;;
            *) options+=("$1"); shift ;;
        esac
    done
}
