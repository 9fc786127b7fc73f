# shellcheck shell=bash
# Where configuration and data are. Sets data, config, place_options (for the server's own command line), log_folder.

cache=${HALFMINUTE_CACHE:-$HOME/.cache/halfminute}
log_folder=$cache/log

read_place() {
    data=data config=config
    local settings=()
    while [ $# -gt 0 ]; do
        case $1 in
            --data|--config|--port|--set) [ $# -ge 2 ] || fail "$1 needs a value" ;;&
            --data) data=$2; shift 2 ;;
            --config) config=$2; shift 2 ;;
            --port) [[ $2 =~ ^[0-9]+$ ]] || fail "--port \"$2\" is not a number"; settings+=(--port "$2"); shift 2 ;;
            --set) settings+=(--set "$2"); shift 2 ;;
            --data=*|--config=*|--port=*|--set=*) set -- "${1%%=*}" "${1#*=}" "${@:2}" ;;
            *) fail "there is no option \"$1\"; ./halfminute help lists them" ;;
        esac
    done
    [[ $data = /* ]] || data=$PWD/$data
    [ "$config" != config ] || [ -d "$config" ] || config=$home/config
    make_data_folder
    place_options=(--config "$config" --data "$data" "${settings[@]}")
    log_folder=$data/log
    run_folder=$data/run
    mark=HALFMINUTE_DATA=$data
}

make_data_folder() {
    (umask 077; mkdir -p "$data/log" "$data/run") 2> /dev/null \
        || fail "the data folder $data cannot be made; maybe choose another with --data DIR"
    data=$(cd "$data" && pwd -P)
    [ -w "$data" ] || fail "the data folder $data is not writable for $(id -un); maybe choose another with --data DIR"
}

# Reads what the server's own command "prepare" has found out about ports and users: KEY=VALUE lines.
declare -A launch=()
read_launch_file() {
    [ -f "$run_folder/launch.env" ] || return 1
    read_launch_lines < "$run_folder/launch.env"
}

read_launch_lines() {
    local key value
    launch=()
    while IFS='=' read -r key value; do launch[$key]=$value; done
}
