# shellcheck shell=bash
# One PBX of several, alone: on the machine of the server or on its own, beside which there is neither a JDK nor a configuration.

# up --pbx NAME: stays in the foreground, and starts it again when it dies.
up_exchange() {
    local start; start=$(now_ms)
    say "The PBX $exchange, data in $data"
    refuse_second_start
    echo $$ > "$run_folder/launcher.pid"
    trap 'leave 0' INT TERM HUP
    need_packages exchange
    step "get Asterisk" "see above; docs/operations.md says how to use an Asterisk of your own" \
        "$home/asterisk/pbx" install --data "$data" || leave 1
    start_exchange || leave 1
    say "The PBX $exchange is ready ($(took "$start")). Ctrl-C stops it."
    watch_over_exchange
}

start_exchange() {
    # From now on there may be something to stop.
    pbx_started=1
    step "start Asterisk" "see above; the PBX's own words are in $data/pbx/log" "$home/asterisk/pbx" start --data "$data"
}

# One that dies again at once is started after a pause that doubles up to half a minute.
watch_over_exchange() {
    local pause=0 started; started=$(now_ms)
    while true; do
        sleep 1 & wait $!
        "$home/asterisk/pbx" status --data "$data" > /dev/null 2>&1 && continue
        [ $(($(now_ms) - started)) -lt 60000 ] || pause=0
        warn "$(date +%T) the PBX has ended and is started again$([ $pause = 0 ] || echo " in $pause s"); $data/pbx/log"
        sleep $pause & wait $!
        pause=$((pause == 0 ? 1 : pause * 2)); [ $pause -le 30 ] || pause=30
        started=$(now_ms)
        start_exchange
    done
}

# After its folder was carried here again.
reload_exchange() {
    step "tell Asterisk of the phones" "is it there? ./halfminute up --pbx $exchange" "$home/asterisk/pbx" reload --data "$data" || exit 1
}
