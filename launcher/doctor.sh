# shellcheck shell=bash
# What is missing or wrong, and the mend. Exit code 1 if something is wrong. Changes nothing.

good() { say "  $tick $*"; }
note() { say "  - $*"; }

# bad WHAT MEND
bad() {
    say "  $cross $1"
    say "      Maybe: $2"
    wrong=$((wrong + 1))
}

doctor() {
    wrong=0
    say "Machine"
    check_jdk
    is_package || check_tool mvn "Maven" "apt-get install maven"
    if is_package; then good "a package: server and pages are built"; elif has_node; then good "Node.js $(node --version)"; else bad "$(node_found)" "$node_mend"; fi
    check_packages
    check_asterisk
    check_disk
    check_clock
    say "Configuration in $config"
    check_configuration
    say "Data in $data"
    good "writable for $(id -un)"
    if ask_launch || read_launch_file; then
        check_ports_of_all
        check_running
    else
        note "ports are looked at once it is built"
    fi
    if [ $wrong = 0 ]; then say "Nothing is wrong."; else say "$wrong thing$([ $wrong = 1 ] || echo s) to mend."; exit 1; fi
}

check_jdk() { if find_jdk; then good "JDK in $JAVA_HOME"; else bad "there is no JDK $java_wanted or newer" "$jdk_mend"; fi; }

check_tool() {
    if command -v "$1" > /dev/null; then good "$2 at $(command -v "$1")"; else bad "$2 is missing" "$3"; fi
}

check_packages() {
    local missing; missing=$(missing_packages demo)
    if [ -z "$missing" ]; then
        good "Debian packages for up and demo"
    elif [ "$(id -u)" = 0 ]; then
        note "packages that the next start will install: $missing"
    else
        bad "packages are missing: $missing" "sudo apt-get update && sudo apt-get install -y --no-install-recommends $missing"
    fi
}

check_asterisk() {
    if has_asterisk; then
        good "$(asterisk -V) at $(command -v asterisk)"
    elif command -v asterisk > /dev/null; then
        note "$(asterisk -V 2> /dev/null) is too old (18 is needed); one of our own will be made"
        check_root_for_asterisk
    else
        note "no Asterisk of the system; one of our own is made at the first start"
        check_root_for_asterisk
    fi
}

check_root_for_asterisk() {
    [ "$(id -u)" = 0 ] || bad "an Asterisk of our own needs root" "run as root, or install Asterisk 18 or newer, or set pbx.managed to false"
}

check_disk() {
    local folder free
    for folder in "$data" "$(dirname "$cache")"; do
        free=$(df -Pm "$folder" 2> /dev/null | awk 'NR == 2 { print $4 }')
        if [ "${free:-0}" -ge 2048 ]; then
            good "disk: $((free / 1024)) GB free for $folder"
        else
            bad "disk: only ${free:-0} MB free for $folder" "make room for 2 GB, or choose another folder (--data DIR, HALFMINUTE_CACHE)"
        fi
    done
}

# A clock before the sources' own time is wrong for sure.
check_clock() {
    local newest; newest=$(find "$home/src/main" -type f -printf '%T@\n' 2> /dev/null | sort -n | tail -1 | cut -d. -f1)
    if [ "$(date +%s)" -lt $((${newest:-0} - 86400)) ]; then
        bad "the clock says $(date), which is before the sources were written" "set the clock; run a time service such as systemd-timesyncd"
    elif [ "$(timedatectl show -p NTPSynchronized --value 2> /dev/null)" = no ]; then
        note "the clock is not set by a time service; deadlines are right, times in reports only as right as the clock"
    else
        good "clock: $(date)"
    fi
}

check_configuration() {
    if is_package; then app=$home/app; else app=$cache/app/$(sources_digest); fi
    if [ ! -e "$app/whole" ] || [ -z "${JAVA_HOME:-}" ]; then note "is checked at the start; nothing is built yet"; return; fi
    local said
    if said=$(server_command check-config "${place_options[@]}" 2>&1); then
        good "$said"
    else
        bad "$said" "mend the keys named above; docs/configuration.md lists all"
    fi
}

# What the configuration would have now; what is in the data folder may be older.
ask_launch() {
    [ -e "$app/whole" ] && [ -n "${JAVA_HOME:-}" ] || return 1
    local lines; lines=$(server_command check-config --launch "${place_options[@]}" 2> /dev/null) || return 1
    read_launch_lines <<< "$lines"
}

check_ports_of_all() {
    local key kind holder
    for key in HTTP_PORT PBX_AGI_PORT DATABASE_PORT PBX_AMI_PORT PBX_SIP_WEB_SOCKET_PORT PBX_SIP_PORT; do
        [ -n "${launch[$key]:-}" ] || continue
        [ $key = PBX_SIP_PORT ] && kind=udp || kind=tcp
        if ! holder=$(port_holder $kind "${launch[$key]}"); then
            note "$kind port ${launch[$key]} ($(key_of $key)) is free"
        elif port_is_ours "$holder"; then
            good "$kind port ${launch[$key]} ($(key_of $key)) is ours"
        else
            bad "$kind port ${launch[$key]} ($(key_of $key)) is taken by $holder" "end it, or choose another port with --set $(key_of $key)=N"
        fi
    done
}

port_is_ours() {
    local pid
    [[ $1 =~ ^process\ ([0-9]+) ]] || return 1
    pid=${BASH_REMATCH[1]}
    grep -qzxF -e "$mark" -e "HALFMINUTE_PBX=$data/pbx" "/proc/$pid/environ" 2> /dev/null \
        || [[ $(readlink "/proc/$pid/cwd" 2> /dev/null) = "$data"/* ]]
}

check_running() {
    if process_of server > /dev/null; then
        if is_ready; then
            good "the server runs and is ready"
        else
            bad "the server runs and is not ready: $(http_get /health/ready | tail -n +3 | head -c 600)" "mend the part that is down; $log_folder/server.log says more"
        fi
    else
        note "the server does not run"
    fi
    check_manager_login
}

# The manager interface of the PBX, as the server uses it.
check_manager_login() {
    local host=${launch[PBX_HOST]} port=${launch[PBX_AMI_PORT]:-5038} answer secret=$data/secrets/ami-actions
    if [ "${launch[PBX_MANAGED]}" = true ] && ! "$home/asterisk/pbx" status --data "$data" > /dev/null 2>&1; then
        note "Asterisk does not run"
        return
    fi
    [ -r "$secret" ] || { bad "$secret cannot be read" "start once, or give it to $(id -un)"; return; }
    answer=$(manager_login "$host" "$port" hm-actions "$(< "$secret")") \
        || { bad "AMI at $host:$port does not answer" "is Asterisk running, and pbx.ami.port right?"; return; }
    case $answer in
        *Success*) good "AMI at $host:$port takes our login" ;;
        *) bad "AMI at $host:$port refuses our login" "the PBX has other secrets than $data/secrets: restart both (down, then up), or copy the secret into the PBX's manager.conf" ;;
    esac
}

manager_login() {
    # shellcheck disable=SC2016
    timeout 4 bash -c '
        exec 3<> "/dev/tcp/$1/$2" || exit 1
        printf "Action: Login\r\nUsername: %s\r\nSecret: %s\r\nEvents: off\r\n\r\n" "$3" "$4" >&3
        while IFS= read -r -t 2 line <&3; do case $line in Response:*) echo "$line"; exit 0 ;; esac; done
        exit 1
    ' manager "$@" 2> /dev/null
}
