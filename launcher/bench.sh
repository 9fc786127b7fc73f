# shellcheck shell=bash
# The benchmarks. They are built like tests, and need neither the pages nor a hotline that runs.

run_benchmarks() {
    log_folder=$cache/log
    need bench >&2
    step "get Asterisk" "see above" "$home/asterisk/pbx" install --data "$(mktemp -d)" >&2 || exit 1
    local libraries=$home/target/bench.classpath
    step "build the benchmarks" "look at the first error above" build_benchmarks "$libraries" >&2 || exit 1
    local options=(); absolute_json "$@"
    cd "$home" && exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx512m -Dhalfminute.cache="$cache" \
        -cp "target/test-classes:target/classes:$(< "$libraries")" io.halfminute.bench.RealBench "${options[@]}"
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
