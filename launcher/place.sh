# shellcheck shell=bash
# Where configuration and data are. Sets data, config, place_options (for the server's own command line), log_folder,
# passwords, joined, exchange.

cache=${HALFMINUTE_CACHE:-$HOME/.cache/halfminute}
log_folder=$cache/log

read_place() {
    data=data config=config
    local settings=() join= node=
    exchange=
    while [ $# -gt 0 ]; do
        case $1 in
            --data|--config|--port|--set|--node|--join|--pbx) [ $# -ge 2 ] || fail "$1 needs a value" ;;&
            --data) data=$2; shift 2 ;;
            --config) config=$2; shift 2 ;;
            --port) [[ $2 =~ ^[0-9]+$ ]] || fail "--port \"$2\" is not a number"; settings+=(--port "$2"); shift 2 ;;
            --set) settings+=(--set "$2"); shift 2 ;;
            --node) node=$2; shift 2 ;;
            --join) join=$2; shift 2 ;;
            --pbx) exchange=$2; shift 2 ;;
            --data=*|--config=*|--port=*|--set=*|--node=*|--join=*|--pbx=*) set -- "${1%%=*}" "${1#*=}" "${@:2}" ;;
            *) fail "there is no option \"$1\"; ./halfminute help lists them" ;;
        esac
    done
    [[ $data = /* ]] || data=$PWD/$data
    [ -z "$exchange" ] || exchange_place
    [ "$config" != config ] || [ -d "$config" ] || config=$home/config
    make_data_folder
    passwords=$data/passwords joined=$join
    [ -z "$join" ] || join_settings "$join" "${node:-$(basename "$data")}"
    [ -z "$node" ] || [ -n "$join" ] || settings+=(--set "cluster.node=$node")
    place_options=(--config "$config" --data "$data" "${settings[@]}")
    log_folder=$data/log
    run_folder=$data/run
    mark=HALFMINUTE_DATA=$data
}

# The PBX of that name has a data folder within that of the hotline, or within any folder into which it was carried.
exchange_place() {
    [[ $exchange =~ ^[a-z0-9]+$ ]] || fail "--pbx \"$exchange\" is no name of a PBX; they are below pbx.servers of halfminute.yaml"
    [ -f "$data/pbx-$exchange/pbx/pbx.env" ] || fail "there is no PBX $exchange in $data. Maybe: name it below pbx.servers, \
run ./halfminute up once, and on another machine carry its folder pbx-$exchange into $data"
    data=$data/pbx-$exchange
}

# join_settings DIR NODE: one more server for the hotline whose first server has its data in DIR: the same PBX, the same
# database, the same secrets. On another machine DIR is a copy of that server's run and secrets folders, and --set says where
# PBX and database are reached.
join_settings() {
    local other agi_port node_port
    other=$(cd "$1" 2> /dev/null && pwd -P) || fail "--join $1: there is no such folder; it is the first server's data folder"
    [ "$other" != "$data" ] || fail "--join $1 is this server's own data folder; choose another with --data DIR"
    run_folder=$other/run passwords=$other/passwords
    read_launch_file && [ -d "$other/secrets" ] || fail "--join $1: no server has been started there yet"
    [ -n "${launch[CLUSTER_PORT]:-}" ] || fail "--join $1: that server is alone; start it with --node NAME first"
    (umask 077; mkdir -p "$data/secrets" && cp -R "$other/secrets/." "$data/secrets/") || fail "the secrets could not be copied"
    agi_port=$(free_port_from $((launch[PBX_AGI_PORT] + 1)))
    node_port=$(free_port_from $((launch[CLUSTER_PORT] + 1)) "$agi_port")
    # What the caller of this has set comes later, and counts.
    settings=(--set pbx.managed=false --set "pbx.host=${launch[PBX_HOST]}" --set "pbx.ami.port=${launch[PBX_AMI_PORT]}"
        --set "pbx.agi.port=$agi_port" --set "cluster.node=$2" --set "cluster.port=$node_port"
        --set "cluster.members=127.0.0.1:${launch[CLUSTER_PORT]},127.0.0.1:$node_port"
        --set "database.server.url=jdbc:postgresql://127.0.0.1:${launch[DATABASE_PORT]:-5432}/halfminute"
        --set database.server.user=halfminute --set "database.server.password-file=$data/secrets/database"
        "${settings[@]}")
}

# free_port_from PORT [TAKEN]
free_port_from() {
    local port=$1
    while [ "$port" = "${2:-}" ] || port_holder tcp "$port" > /dev/null; do port=$((port + 1)); done
    echo "$port"
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
