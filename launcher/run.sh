# shellcheck shell=bash
# Start and stop of everything, in order: PBX, server (which brings its database along), played people.

up() {
    local start; start=$(now_ms)
    say "Halfminute, data in $data"
    refuse_second_start
    echo $$ > "$run_folder/launcher.pid"
    trap 'leave 0' INT TERM HUP
    need "$1"
    build
    # What a demonstration shows is what it learns from; nobody is to wait for it.
    [ "$1" = demo ] || learn_from_a_start
    step "check the configuration" "mend what is said above; docs/configuration.md lists every key" \
        server_command prepare "${place_options[@]}" || leave 1
    read_launch_file
    stop_leftovers
    check_ports
    start_pbx
    start_server "$1"
    wait_for_server || leave 1
    # Those of a further server were let in by the first one.
    [ -n "$joined" ] \
        || step "let the users in" "the database is away; calls are taken, and users are let in once it is there" until_users
    [ "$1" = up ] || start_players
    say "Halfminute is ready ($(took "$start"))."
    show_addresses "$1"
    watch_over "$1"
}

# Only one launcher for a data folder.
refuse_second_start() {
    exec 8> "$run_folder/.lock"
    flock -n 8 || fail "it is already being run for $data; ./halfminute down${data:+ --data $data} stops it"
}

# What a killed launcher left behind. The PBX stays: calls go on in it.
stop_leftovers() {
    stop_players
    if process_of server > /dev/null; then
        step "stop the server of an earlier run" "" stop_process server 40 || leave 1
    fi
}

check_ports() {
    local key holder wrong=0
    for key in HTTP_PORT PBX_AGI_PORT; do
        if holder=$(port_holder tcp "${launch[$key]}"); then
            warn "  $cross port ${launch[$key]} is taken by $holder"
            warn "    Maybe: end it, or choose another port with --set $(key_of $key)=N"
            wrong=1
        fi
    done
    [ $wrong = 0 ] || leave 1
}

key_of() {
    case $1 in
        HTTP_PORT) echo http.port ;;
        PBX_AGI_PORT) echo pbx.agi.port ;;
        PBX_AMI_PORT) echo pbx.ami.port ;;
        PBX_SIP_PORT) echo pbx.sip.port ;;
        PBX_SIP_WEB_SOCKET_PORT) echo pbx.sip.web-socket-port ;;
        DATABASE_PORT) echo database.port ;;
    esac
}

start_pbx() {
    [ "${launch[PBX_MANAGED]}" = true ] || return 0
    step "get Asterisk" "see above; docs/operations.md says how to use an Asterisk of your own" \
        "$home/asterisk/pbx" install --data "$data" || leave 1
    step "start Asterisk" "see above; the PBX's own words are in $data/pbx/log" \
        "$home/asterisk/pbx" start --data "$data" || leave 1
    pbx_started=1
}

# start_server up|demo
start_server() {
    local options=(-Dhalfminute.log="$log_folder" -Dhalfminute.cache="$cache" -Dhalfminute.pbx="$home/asterisk/pbx"
        -Dlogback.configurationFile=logback-server.xml)
    server_java
    if [ "$1" = demo ]; then learning server "${server_java[@]}"; else recalling server "${server_java[@]}"; fi
    # shellcheck disable=SC2086
    start_process server "${server_java[@]}" "${learning_options[@]}" "${options[@]}" ${HALFMINUTE_JAVA_OPTIONS:-} \
        -cp "$(class_path)" io.halfminute.server.Main serve "${place_options[@]}"
    server_pid=$started_pid
    server_started=$(now_ms)
}

server_java() { server_java=("${JAVA_HOME:-}/bin/java" "@$home/launcher/server.options"); }

wait_for_server() { step "start the server" "./halfminute doctor; the server's own words are in $log_folder/server.log" until_ready; }

until_ready() {
    local try
    for ((try = 0; try < 600; try++)); do
        is_ready && return 0
        if ! process_of server > /dev/null; then tail -n 20 "$log_folder/server.out"; return 1; fi
        sleep 0.1
    done
    echo "not ready after a minute:"; http_get /health/ready; tail -n 10 "$log_folder/server.out"
    return 1
}

# Users are let in by the database, which may come later than the first call.
until_users() {
    local try user missing
    for ((try = 0; try < 300; try++)); do
        missing=
        for user in ${launch[USERS]//,/ }; do [ -s "$passwords/$user" ] || missing+=" $user"; done
        [ -n "$missing" ] || return 0
        sleep 0.1
    done
    echo "no password yet:$missing"
    return 1
}

start_players() {
    start_process players "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx128m -cp "$(class_path)" io.halfminute.server.Main \
        demo-players "${place_options[@]}"
    say "  $tick callers and agents are being played"
}

show_addresses() {
    local page=http://${launch[HTTP_ADDRESS]}:${launch[HTTP_PORT]}
    say "  Pages      $page/  (live wallboard: $page/wallboard)"
    say "  Calls      SIP ${launch[SIP_ADDRESS]}:${launch[PBX_SIP_PORT]} from ${launch[TRUNK_ADDRESS]}; numbers: ${launch[NUMBERS]//,/, }"
    say "  Users      ${launch[USERS]//,/, }"
    say "  Passwords  of users: $passwords/NAME   of phones: $data/secrets/phones/NAME"
    say "  Logs       $log_folder/"
    say "Ctrl-C stops everything that was started here$([ "$1" = demo ] && echo ', the played people too')."
}

# A server that dies is started again: at once if it ran for a minute, else after a pause that doubles up to half a minute, so
# at most about ten times in the first minute. Meanwhile the PBX brings callers to agents by itself.
# watch_over up|demo
watch_over() {
    local pause=0
    while true; do
        # The shell would say "Killed", which is said better below.
        wait "$server_pid" 2> /dev/null
        local code=$?
        process_of server > /dev/null && continue
        # A crash of the JVM itself: the next one starts from nothing.
        [ $code != $((128 + 6)) ] || rm -f "$recalled"
        [ $(($(now_ms) - server_started)) -lt 60000 ] || pause=0
        # 75: another server leads, and this one is to follow it.
        [ "$code" != 75 ] || pause=0
        warn "$(date +%T) the server has ended (code $code) and is started again$([ $pause = 0 ] || echo " in $pause s"); $log_folder/server.log"
        cp "$log_folder/server.out" "$log_folder/server.out.previous"
        sleep $pause & wait $!
        pause=$((pause == 0 ? 1 : pause * 2)); [ $pause -le 30 ] || pause=30
        start_server "$1"
    done
}

# leave CODE: stops what was started here, in the opposite order.
leave() {
    trap '' INT TERM HUP
    say "Stopping ..."
    end_step
    stop_all
    exit "$1"
}

# A server that has had no calls does not know yet which of its methods are hot.
calls_to_learn_from=200

calls_of_this_run() {
    local calls=0
    [ -z "$notes" ] || calls=$(http_get /metrics | awk '/^halfminute_calls_ended_total/ { calls += $2 } END { printf "%d", calls }')
    echo "${calls:-0}"
}

stop_all() {
    local calls; calls=$(calls_of_this_run)
    stop_players
    stop_process server 40
    stop_orphaned_database
    if [ -n "${pbx_started:-}" ]; then "$home/asterisk/pbx" stop --data "$data"; fi
    rm -f "$run_folder/launcher.pid"
    server_java
    if [ "$calls" -ge $calls_to_learn_from ]; then keep_what_was_learnt "${server_java[@]}"; else forget_notes; fi
    say "  $tick stopped"
}

stop_players() {
    stop_process players 10
    end_marked players
}

# The server stops its own database. A server that was killed could not.
stop_orphaned_database() {
    local file pid try
    for file in "$data"/postgres/*/postmaster.pid; do
        [ -s "$file" ] || continue
        pid=$(head -1 "$file")
        [ "$(readlink -f "/proc/$pid/cwd" 2> /dev/null)" = "$(dirname "$file")" ] || continue
        kill -INT "$pid" 2> /dev/null
        for ((try = 0; try < 100; try++)); do kill -0 "$pid" 2> /dev/null || break; sleep 0.1; done
    done
}

# From another shell: asks the launcher to stop; when there is none any more, does what it would have done.
down() {
    local pid try
    exec 8> "$run_folder/.lock"
    if flock -n 8; then
        pbx_started=1
        stop_all
        return
    fi
    pid=$(< "$run_folder/launcher.pid")
    [[ $pid =~ ^[0-9]+$ ]] || fail "somebody holds $run_folder/.lock and has not said who; end it by hand"
    kill -TERM "$pid"
    for ((try = 0; try < 1500; try++)); do
        flock -n 8 && { say "  $tick stopped"; return; }
        sleep 0.1
    done
    fail "the launcher (process $pid) has not stopped within 150 seconds; look at $log_folder"
}

reload() {
    find_jdk || fail "there is no JDK. Maybe: $jdk_mend"
    build
    step "check the configuration" "mend what is said above" server_command prepare "${place_options[@]}" || exit 1
    read_launch_file
    [ "${launch[PBX_MANAGED]}" = true ] || return 0
    step "tell Asterisk of the phones" "./halfminute doctor" "$home/asterisk/pbx" reload --data "$data" || exit 1
}
