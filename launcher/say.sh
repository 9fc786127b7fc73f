# shellcheck shell=bash
# What people see: a line for each step, with a tick and the time it took.

if [ -t 1 ]; then tick=$'\e[32m✓\e[0m' cross=$'\e[31m✗\e[0m'; else tick=✓ cross=✗; fi

say() { printf '%s\n' "$*"; }
warn() { printf '%s\n' "$*" >&2; }

now_ms() { local t=$EPOCHREALTIME; echo $((${t/[.,]/} / 1000)); }
took() { local ms=$(($(now_ms) - $1)); printf '%d.%d s' $((ms / 1000)) $((ms % 1000 / 100)); }

# step WHAT MEND COMMAND...: runs the command with its output in a log; shows that it goes on, and how it ended. When it
# fails, the end of the log and the mend.
step() {
    local what=$1 mend=$2 start; shift 2
    start=$(now_ms)
    local log; log=$log_folder/$(printf '%s' "$what" | tr -c 'A-Za-z0-9' '-' | tr -s '-').log
    mkdir -p "$log_folder"
    # A process group of its own, so that all of it can be ended; without our locks, which are not its business.
    set -m; "$@" > "$log" 2>&1 < /dev/null 8>&- 9>&- & step_pid=$!; set +m
    [ ! -t 1 ] || show_progress "$what" "$start"
    local code=0; wait $step_pid || code=$?
    step_pid=
    if [ $code = 0 ]; then
        say "  $tick $what ($(took "$start"))"
        return 0
    fi
    say "  $cross $what ($(took "$start"))"
    warn "$(tail -n 15 "$log" | sed 's/^/      /')"
    warn "    The whole of it: $log"
    [ -z "$mend" ] || warn "    Maybe: $mend"
    return $code
}

show_progress() {
    while kill -0 "$step_pid" 2> /dev/null; do
        printf '\r  … %s (%s)   ' "$1" "$(took "$2")"
        sleep 0.1
    done
    printf '\r\e[K'
}

end_step() { if [ -n "${step_pid:-}" ]; then kill -TERM -- "-$step_pid" 2> /dev/null; fi; }

# fail WHAT: the last word.
fail() { printf 'halfminute: %s\n' "$*" >&2; exit 1; }
