# shellcheck shell=bash
# Processes of ours: each is known by its pid in a file and by the mark of its data folder in its environment, so that a
# number that now belongs to somebody else is left alone.

# start_process NAME COMMAND...: in a process group of its own, so that Ctrl-C and a kill of us leave it alone.
start_process() {
    local name=$1; shift
    env "$mark" HALFMINUTE_PART="$name" setsid "$@" < /dev/null > "$log_folder/$name.out" 2>&1 8>&- 9>&- &
    started_pid=$!
    echo $started_pid > "$run_folder/$name.pid"
}

# Prints the pid of NAME if it lives and is ours.
process_of() {
    local file=$run_folder/$1.pid pid
    [ -s "$file" ] || return 1
    pid=$(< "$file")
    [[ $pid =~ ^[0-9]+$ ]] && is_ours "$pid" "$1" || return 1
    echo "$pid"
}

is_ours() {
    [ -r "/proc/$1/environ" ] || return 1
    local environment; environment=$(tr '\0' '\n' 2> /dev/null < "/proc/$1/environ") || return 1
    grep -qxF "$mark" <<< "$environment" && grep -qxF "HALFMINUTE_PART=$2" <<< "$environment"
}

# stop_process NAME SECONDS: asks it to end, waits, and ends it.
stop_process() {
    local name=$1 patience=$(($2 * 10)) pid try
    if pid=$(process_of "$name"); then
        kill -TERM "$pid" 2> /dev/null
        for ((try = 0; try < patience; try++)); do
            is_ours "$pid" "$name" || break
            sleep 0.1
        done
        if is_ours "$pid" "$name"; then kill -KILL "$pid" 2> /dev/null; fi
    fi
    rm -f "$run_folder/$name.pid"
}

# end_marked NAME: what a killed NAME has left behind, told by the mark that it inherited.
end_marked() {
    local environment pid
    for environment in /proc/[0-9]*/environ; do
        pid=${environment#/proc/}; pid=${pid%/environ}
        if is_ours "$pid" "$1"; then kill -TERM "$pid" 2> /dev/null; fi
    done
}

# Prints who listens on a TCP or UDP port of any address: "process 123 (java ...)"; nothing if nobody does.
port_holder() {
    local kind=$1 port=$2 state inode
    [ "$kind" = udp ] && state=07 || state=0A
    inode=$(cat /proc/net/"$kind" /proc/net/"$kind"6 2> /dev/null | awk -v port=":$(printf '%04X' "$port")" -v state=$state \
        '$4 == state && substr($2, length($2) - 4) == port { print $10; exit }')
    [ -n "$inode" ] || return 1
    holder_of_socket "$inode"
}

holder_of_socket() {
    local fd pid
    fd=$(find /proc/[0-9]*/fd -maxdepth 1 -lname "socket:\[$1\]" -print -quit 2> /dev/null)
    [ -n "$fd" ] || { echo "a process of another user"; return; }
    pid=${fd#/proc/}; pid=${pid%%/*}
    echo "process $pid ($(tr '\0' ' ' < "/proc/$pid/cmdline" | cut -c1-70))"
}
