# Settings of this exchange: defaults, then DIR/pbx/pbx.env. Every value is checked here, once, so that rendering may
# paste it into a configuration file.

address='[0-9]{1,3}(\.[0-9]{1,3}){3}'
number='[0-9]{1,9}'

declare -A setting=(
    [SIP_ADDRESS]=127.0.0.1        # where SIP is spoken, UDP
    [SIP_PORT]=5060
    [WS_PORT]=8088                 # SIP over WebSocket for browsers, loopback only
    [AMI_PORT]=5038                # manager interface, loopback only
    [AGI_HOST]=127.0.0.1           # the server's FastAGI
    [AGI_PORT]=4573
    [RTP_START]=10000              # UDP ports of the voice streams
    [RTP_END]=20000
    [TRUNK_ADDRESS]=127.0.0.2      # who comes from here is a caller
    [TRUNK_PORT]=5060              # outgoing calls go there
    [HEARTBEAT_MAX_AGE]=5          # seconds; an older heartbeat means that no server is alive
    [HEARTBEAT_CHECK]=3            # seconds between two looks of a waiting caller at the heartbeat
    [FALLBACK_RING]=10             # seconds that the fallback queue rings one phone
    [FALLBACK_STAY]=12             # seconds in the fallback queue before the next look at the heartbeat
    [QUALIFY_SECONDS]=10           # between two probes of a phone; 0 switches them off
    [REWRITE_CONTACT]=no           # yes: answer a phone where its packets came from (phones behind another router)
    [NOTES_KEPT]=1440              # minutes for which the ends of calls are noted for a server that was not there
    [MAX_CALLS]=2000               # calls beyond this many are turned away by Asterisk itself
    [PBX_NAME]=main                # of one of several exchanges: up to 8 lower-case letters and digits
    [PEERS]=                       # the others, over which phones are rung: b=10.0.0.6:5060,c=10.0.0.7:5060
    [RTP_TIMEOUT]=0                # seconds without a caller's voice stream until he counts as gone; 0: never
)
pbx_name='[a-z][a-z0-9]{0,7}'
peer="$pbx_name=$address:[0-9]{1,5}"
declare -A shape=(
    [PBX_NAME]=$pbx_name [PEERS]="($peer(,$peer)*)?"
    [SIP_ADDRESS]=$address [AGI_HOST]=$address [TRUNK_ADDRESS]=$address [REWRITE_CONTACT]='yes|no'
)

read_settings() {
    local file=$run/pbx.env line key value n=0
    if [ -f "$file" ]; then
        while IFS= read -r line || [ -n "$line" ]; do
            n=$((n + 1))
            [[ $line =~ ^[[:space:]]*(#.*)?$ ]] && continue
            [[ $line =~ ^([A-Z_]+)=([^[:space:]]*)[[:space:]]*$ ]] || fail "$file line $n: \"$line\" is not KEY=VALUE"
            key=${BASH_REMATCH[1]} value=${BASH_REMATCH[2]}
            [ -n "${setting[$key]+known}" ] || fail "$file line $n: unknown key $key. Known: $(known_keys)"
            setting[$key]=$value
        done < "$file"
    fi
    for key in "${!setting[@]}"; do
        [[ ${setting[$key]} =~ ^(${shape[$key]:-$number})$ ]] \
            || fail "$file: $key=\"${setting[$key]}\" does not match ${shape[$key]:-$number}"
    done
    for key in SIP_PORT WS_PORT AMI_PORT AGI_PORT RTP_START RTP_END TRUNK_PORT; do
        [ "${setting[$key]}" -ge 1 ] && [ "${setting[$key]}" -le 65535 ] \
            || fail "$file: $key=${setting[$key]} is not a port; 1 to 65535 are"
    done
    [ "${setting[RTP_START]}" -lt "${setting[RTP_END]}" ] || fail "$file: RTP_START is not below RTP_END"
}

known_keys() { printf '%s\n' "${!setting[@]}" | sort | tr '\n' ' '; }

# Prints the named secret's value; makes it at the first use. Hexadecimal, so that it can stand in any file.
secret() {
    local file=$data/secrets/$1
    if [ ! -s "$file" ]; then
        (umask 077; mkdir -p "$data/secrets"; od -An -N24 -tx1 /dev/urandom | tr -d ' \n' > "$file.new"; mv "$file.new" "$file")
    fi
    local value; value=$(<"$file")
    [[ $value =~ ^[A-Za-z0-9._~-]{16,128}$ ]] || fail "$file: 16 to 128 letters, digits or ._~- are allowed. Maybe delete it: a new one is made"
    printf '%s' "$value"
}
