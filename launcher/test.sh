# shellcheck shell=bash
# All tests, and what is run for a report. Nothing here needs a terminal.

passed=0 failed=0 skipped=0

run_tests() {
    [ $# = 0 ] || fail "test takes no options; for some tests only: mvn -B test -Dtest='io.halfminute.acd.**'"
    local start; start=$(now_ms)
    log_folder=$cache/log
    need test
    step "get Asterisk" "see above" "$home/asterisk/pbx" install --data "$(mktemp -d)" || exit 1
    maven_tests "tests" test
    page_tests
    maven_tests "calls through a real Asterisk" -Pe2e test-compile surefire:test
    launcher_tests
    say "All tests took $(took "$start")."
    say "$passed passed, $failed failed$([ $skipped = 0 ] || echo ", $skipped skipped")"
    [ $failed = 0 ] && [ $passed -gt 0 ]
}

# maven_tests WHAT ARGUMENTS...: a line for each test class while it goes on; counted from the reports.
maven_tests() {
    local what=$1 log code=0; shift
    log=$log_folder/$(tr ' ' '-' <<< "$what").log
    mkdir -p "$log_folder"
    say "== $what"
    rm -rf "$home/target/surefire-reports"
    (cd "$home" && mvn -B -ntp "$@" < /dev/null 2>&1) | tee "$log" | show_test_lines
    code=${PIPESTATUS[0]}
    count_reports
    if [ "$code" != 0 ] && [ "$counted_bad" = 0 ]; then
        warn "$(grep -m 20 '^\[ERROR\]' "$log")"
        warn "    The whole of it: $log"
        failed=$((failed + 1))
    fi
}

# Each class and each failure, without Maven's own sums, which are not the sum of everything.
show_test_lines() {
    grep --line-buffered -E '^\[(INFO|ERROR|WARNING)\] +Tests run:.* in |^\[ERROR\]|^\tat io\.halfminute' | cut -c1-240 || true
}

count_reports() {
    local counts
    counts=$(cat "$home"/target/surefire-reports/TEST-*.xml 2> /dev/null | grep -oE '<testsuite [^>]*>' \
        | awk '{ for (i = 1; i <= NF; i++) if (match($i, /^(tests|errors|failures|skipped)="[0-9]+"/)) {
                     split($i, part, "\""); sub("=", "", part[1]); sum[part[1]] += part[2] } }
               END { bad = sum["errors"] + sum["failures"]; print sum["tests"] - bad - sum["skipped"], bad, sum["skipped"] + 0 }')
    read -r counted_good counted_bad counted_skipped <<< "$counts"
    passed=$((passed + counted_good)) failed=$((failed + counted_bad)) skipped=$((skipped + counted_skipped))
}

page_tests() {
    [ -f "$home/src/main/web/package.json" ] || return 0
    say "== pages"
    page_check "types of the pages" check
    page_test "tests of the pages" test
    page_test "pages in a browser" test:browser
}

page_check() {
    if step "$1" "cd src/main/web && npm run $2" npm --prefix "$home/src/main/web" run "$2"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
    fi
}

page_test() {
    local report=$log_folder/pages.json good bad
    rm -f "$report"
    step "$1" "cd src/main/web && npm run $2" npm --prefix "$home/src/main/web" run "$2" -- --reporter=default --reporter=json \
        --outputFile="$report"
    read -r good bad < <(node -e '
        const report = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
        console.log(report.numPassedTests, report.success ? 0 : Math.max(1, report.numFailedTests));' "$report" 2> /dev/null || echo 0 1)
    passed=$((passed + good)) failed=$((failed + bad))
}

run_simulation() {
    find_jdk || fail "there is no JDK. Maybe: $jdk_mend"
    build >&2
    local java=("$JAVA_HOME/bin/java" -XX:+UseSerialGC) start code
    learning simulate "${java[@]}"
    start=$(now_ms)
    "${java[@]}" "${learning_options[@]}" -cp "$(class_path)" io.halfminute.server.Main simulate "$@"
    code=$?
    # Not from a request for help, say.
    if [ $code = 0 ] && [ $(($(now_ms) - start)) -ge 1000 ]; then keep_what_was_learnt "${java[@]}"; else forget_notes; fi
    return $code
}

run_replay() {
    find_jdk || fail "there is no JDK. Maybe: $jdk_mend"
    build >&2
    exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -cp "$(class_path)" io.halfminute.server.Main replay "$@"
}
