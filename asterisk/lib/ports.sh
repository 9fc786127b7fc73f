# Who holds a port, read from /proc, so that no tool is needed.

# port_free udp|tcp ADDRESS PORT NAME: fails with the holder's name if somebody has the port.
port_free() {
    local inode; inode=$(port_inode "$1" "$2" "$3")
    [ -z "$inode" ] || fail "$1 port $2:$3 ($4) is taken by $(port_holder "$inode"). Maybe set another $4 in $run/pbx.env"
}

port_inode() {
    local state; [ "$1" = udp ] && state=07 || state=0A
    local hex; hex=$(printf '%04X' "$3")
    awk -v any="00000000:$hex" -v mine="$(hex_address "$2"):$hex" -v state=$state \
        'NR > 1 && $4 == state && ($2 == any || $2 == mine) { print $10; exit }' "/proc/net/$1"
}

hex_address() {
    local a b c d; IFS=. read -r a b c d <<< "$1"
    printf '%02X%02X%02X%02X' "$d" "$c" "$b" "$a"
}

port_holder() {
    local fd pid
    for fd in /proc/[0-9]*/fd/*; do
        if [ "$(readlink "$fd" 2>/dev/null)" = "socket:[$1]" ]; then
            pid=${fd#/proc/}; pid=${pid%%/*}
            echo "process $pid ($(tr '\0' ' ' < "/proc/$pid/cmdline" | cut -c1-80))"
            return
        fi
    done
    echo "a process of somebody else"
}
