# shellcheck shell=bash
# The launcher tried on itself: a hotline with a folder and ports of its own is started, hurt, and stopped.

launcher_tests() {
    say "== the way in"
    build
    trial=$(mktemp -d)
    local base=$((21000 + RANDOM % 8000))
    trial_options=(--data "$trial/data" --config "$home/config" --port $base --set pbx.sip.port=$((base + 1))
        --set pbx.sip.web-socket-port=$((base + 2)) --set pbx.ami.port=$((base + 3)) --set pbx.agi.port=$((base + 4))
        --set database.port=$((base + 5)) --set pbx.sip.rtp-start=$((base + 10)) --set pbx.sip.rtp-end=$((base + 209)))
    try "a configuration that will not do stops the start and is named" refuses_bad_configuration
    try "up brings everything up" comes_up 180
    try "secrets are for the owner's eyes only" secrets_are_private
    try "a second up for the same data is refused" second_up_is_refused
    try "doctor finds nothing wrong" "$home/halfminute" doctor "${trial_options[@]}"
    try "a backup of the running hotline makes a new one, and writes over none" backup_is_restored
    try "a killed server comes again, and the PBX goes on" server_comes_again
    try "down leaves nothing running" down_leaves_nothing
    # Some four seconds on an idle machine; the limit is for one that is not.
    try "the second start is quick" comes_up 30
    try "an interrupt stops everything, too" interrupt_leaves_nothing
    "$home/halfminute" down --data "$trial/data" > /dev/null 2>&1
    rm -rf "$trial"
}

# try NAME COMMAND...
try() {
    local name=$1 start; start=$(now_ms); shift
    if "$@" > "$trial/said" 2>&1; then
        say "  $tick $name ($(took "$start"))"
        passed=$((passed + 1))
    else
        say "  $cross $name ($(took "$start"))"
        tail -n 30 "$trial/said" "$trial/up" 2> /dev/null | sed 's/^/      /'
        failed=$((failed + 1))
    fi
}

backup_is_restored() {
    "$home/halfminute" backup "$trial/backup.tar.gz" "${trial_options[@]}" \
        && "$home/halfminute" restore "$trial/backup.tar.gz" --data "$trial/restored" \
        && cmp "$trial/data/passwords/1001" "$trial/restored/passwords/1001" && [ -s "$trial/restored/postgres/data/backup_label" ] \
        && ! "$home/halfminute" restore "$trial/backup.tar.gz" --data "$trial/data"
}

refuses_bad_configuration() {
    local said
    said=$("$home/halfminute" up "${trial_options[@]}" --set http.prot=1 2>&1) && return 1
    [[ $said == *'http.prot: there is no such key; maybe you meant "http.port"'* ]]
}

# comes_up SECONDS
comes_up() {
    local try
    rm -f "$trial/up"
    "$home/halfminute" up "${trial_options[@]}" > "$trial/up" 2>&1 < /dev/null &
    trial_pid=$!
    for ((try = 0; try < $1 * 10; try++)); do
        grep -qs '^Halfminute is ready' "$trial/up" && return
        kill -0 $trial_pid || return 1
        sleep 0.1
    done
    return 1
}

secrets_are_private() {
    local open; open=$(find "$trial"/data/secrets "$trial"/data/passwords -type f -perm /077)
    [ -z "$open" ] && [ -s "$trial/data/passwords/supervisor" ]
}

second_up_is_refused() {
    local said
    said=$("$home/halfminute" up "${trial_options[@]}" 2>&1) && return 1
    [[ $said == *"already being run"* ]]
}

server_comes_again() {
    local exchange try; exchange=$(< "$trial/data/pbx/asterisk.pid")
    local server; server=$(< "$trial/data/run/server.pid")
    kill -9 "$server"
    for ((try = 0; try < 60; try++)); do
        sleep 0.5
        [ "$(< "$trial/data/run/server.pid")" != "$server" ] && doctor_says_ready && break
    done
    [ $try -lt 60 ] && kill -0 "$exchange" && [ "$(< "$trial/data/pbx/asterisk.pid")" = "$exchange" ]
}

# Not by a pipe into grep -q: that one goes at the first match, and what doctor still has to say would then be its failure.
doctor_says_ready() {
    local said; said=$("$home/halfminute" doctor "${trial_options[@]}")
    [[ $said == *'runs and is ready'* ]]
}

down_leaves_nothing() { "$home/halfminute" down --data "$trial/data" && is_quiet; }

# A command in the background of a script ignores SIGINT, so it is told by SIGTERM.
interrupt_leaves_nothing() { kill -TERM "$trial_pid" && is_quiet; }

is_quiet() {
    local try
    for ((try = 0; try < 900; try++)); do
        kill -0 "$trial_pid" 2> /dev/null || break
        sleep 0.1
    done
    # From a file, so that grep does not find its own command line.
    echo "$trial/data" > "$trial/wanted"
    ! grep -lzsFf "$trial/wanted" /proc/[0-9]*/environ /proc/[0-9]*/cmdline
}
