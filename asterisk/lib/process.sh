# Start, stop and look at the one Asterisk of this data folder. It is known by its pid and by the mark in its environment.

pid_file=$run/asterisk.pid
mark=HALFMINUTE_PBX=$run

# Prints the pid if it lives and is ours.
our_pid() {
    [ -s "$pid_file" ] || return 1
    local pid; pid=$(<"$pid_file")
    [[ $pid =~ ^[0-9]+$ ]] && [ -r "/proc/$pid/environ" ] || return 1
    grep -qzxF "$mark" "/proc/$pid/environ" 2>/dev/null || return 1
    [[ $(tr '\0' ' ' < "/proc/$pid/cmdline" 2>/dev/null) == *asterisk* ]] || return 1
    echo "$pid"
}

start() {
    local pid
    mkdir -p "$run"
    exec 7>"$run/.lock"
    flock -w 120 7 || fail "another start or stop of $run has not ended within two minutes"
    if pid=$(our_pid); then say "Asterisk is already running for $data (process $pid)"; return; fi
    read_settings
    provide
    port_free udp "${setting[SIP_ADDRESS]}" "${setting[SIP_PORT]}" SIP_PORT
    port_free tcp 127.0.0.1 "${setting[WS_PORT]}" WS_PORT
    port_free tcp 127.0.0.1 "${setting[AMI_PORT]}" AMI_PORT
    render
    [ ${#hm} -le 80 ] || fail "$data is too long a path for Asterisk's socket; 80 characters fit"
    rm -f "$run/run/asterisk.ctl"
    launch
    wait_until_up || { stop_process "$(<"$pid_file")"; fail "Asterisk did not come up within 30 s: $(tail -5 "$run/log/console.log"). More: $run/log/"; }
    say "Asterisk runs (process $(<"$pid_file"), SIP ${setting[SIP_ADDRESS]}:${setting[SIP_PORT]}): $asterisk_what"
}

launch() {
    if [ -n "$asterisk_root" ]; then
        echo "$asterisk_root" > "$run/root"
        env -i PATH="$PATH" LANG=C.UTF-8 "$mark" setsid unshare --mount --propagation private \
            bash "$home/lib/in-root" "$asterisk_root" "$run" asterisk -f -C /hm/etc/asterisk.conf \
            < /dev/null > "$run/log/console.log" 2>&1 7>&- &
    else
        rm -f "$run/root"
        env -i PATH="$PATH" LANG=C.UTF-8 HOME="$run" "$mark" setsid asterisk -f -C "$run/etc/asterisk.conf" \
            < /dev/null > "$run/log/console.log" 2>&1 7>&- &
    fi
    echo $! > "$pid_file"
}

wait_until_up() {
    local try
    for ((try = 0; try < 150; try++)); do
        our_pid > /dev/null || [ $try -lt 10 ] || return 1
        if manager_answers && [[ $(cli 'core waitfullybooted' 2>/dev/null) == *"fully booted"* ]]; then return 0; fi
        sleep 0.2
    done
    return 1
}

manager_answers() {
    local line=
    { exec 6<>"/dev/tcp/127.0.0.1/${setting[AMI_PORT]}"; } 2>/dev/null || return 1
    IFS= read -r -t 2 line <&6 || true
    exec 6>&-
    [[ $line == "Asterisk Call Manager"* ]]
}

# One command of Asterisk's command line, in the very place where the running one lives.
cli() {
    local pid; pid=$(our_pid) || fail "Asterisk does not run for $data. Maybe: asterisk/pbx start --data $data"
    if [ -s "$run/root" ]; then
        nsenter --target "$pid" --mount --root --wd /usr/sbin/asterisk -C /hm/etc/asterisk.conf -rx "$1"
    else
        asterisk -C "$run/etc/asterisk.conf" -rx "$1"
    fi
}

reload() {
    read_settings
    our_pid > /dev/null || fail "Asterisk does not run for $data, so there is nothing to reload"
    render_phones
    render_peers
    cli 'module reload res_rtp_asterisk.so' > /dev/null
    cli 'module reload res_pjsip.so' > /dev/null
    let_peers_ring
    say "phones taken in: $(grep -c '(hm-login)' "$run/etc/pjsip_phones.conf" || true)"
}

# Not by a reload of the dialplan, which would forget that a server is alive.
let_peers_ring() {
    local phone
    [ -n "${setting[PEERS]}" ] || return 0
    for phone in $(phone_names); do
        cli "dialplan add extension $phone,1,Gosub,hm-peer-ring,s,1($phone) into hm-peer replace" > /dev/null
    done
}

stop() {
    local pid
    mkdir -p "$run"
    exec 7>"$run/.lock"
    flock -w 120 7 || fail "another start or stop of $run has not ended within two minutes"
    if ! pid=$(our_pid); then rm -f "$pid_file"; say "Asterisk does not run for $data"; return; fi
    stop_process "$pid"
    say "Asterisk stopped (process $pid)"
}

# SIGTERM makes Asterisk hang up its calls and write what it has to write; five seconds later it is ended.
stop_process() {
    local try
    kill -TERM "$1" 2>/dev/null || true
    for ((try = 0; try < 50; try++)); do
        our_pid > /dev/null || break
        sleep 0.1
    done
    if our_pid > /dev/null; then kill -KILL "$1" 2>/dev/null || true; fi
    rm -f "$pid_file"
}

status() {
    local pid
    if pid=$(our_pid); then
        read_settings
        say "Asterisk runs for $data: process $pid, SIP ${setting[SIP_ADDRESS]}:${setting[SIP_PORT]}, AMI 127.0.0.1:${setting[AMI_PORT]}"
        cli 'core show uptime' || true
    else
        say "Asterisk does not run for $data"
        exit 3
    fi
}
