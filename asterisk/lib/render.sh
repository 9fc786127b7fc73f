# Writes DIR/pbx/etc from the templates in etc/: @NAME@ is a setting, a path, or a secret.

render() {
    [ -n "$asterisk_root" ] && hm=/hm || hm=$run
    (umask 077; mkdir -p "$run"/{etc,log/cdr-csv,spool,varlib/keys,db,run,sounds,music,extra,tmp})
    write_hosts
    "$home/prompts/make" "$run/sounds" "$data/recorded"
    "$home/music/make" "$run/music"
    local script=$run/etc/.values template key
    (umask 077; : > "$script")
    for key in "${!setting[@]}"; do echo "s|@$key@|${setting[$key]}|g" >> "$script"; done
    cat >> "$script" <<SED
s|@HM@|$hm|g
s|@SYSTEM_NAME@|$(system_name)|g
s|@ASTERISK_DATA@|$asterisk_data|g
s|@ASTERISK_MODULES@|$asterisk_modules|g
s|@AMI_EVENTS_SECRET@|$(secret ami-events)|g
s|@AMI_ACTIONS_SECRET@|$(secret ami-actions)|g
s|@AGI_TOKEN@|$(secret agi-token)|g
s|@PEER_SECRET@|$(secret peer)|g
SED
    for template in "$home"/etc/*.conf; do
        render_file "$script" "$template" "$run/etc/$(basename "$template")"
    done
    render_phones
    render_peers
    render_music
    rm -f "$script"
}

render_file() {
    (umask 077; sed -f "$1" "$2" > "$3.new")
    if grep -nE '@[A-Z_]+@' "$3.new" >&2; then fail "$(basename "$2") asks for a value that nobody gives"; fi
    mv "$3.new" "$3"
}

# One endpoint, auth and aor for each line phone:password[:browser] of phones.list, all from the templates in pjsip.conf.
render_phones() {
    local list=$run/phones.list out=$run/etc/pjsip_phones.conf line n=0
    (umask 077; : > "$out.new")
    if [ -f "$list" ]; then
        while IFS= read -r line || [ -n "$line" ]; do
            n=$((n + 1))
            [[ $line =~ ^[[:space:]]*(#.*)?$ ]] && continue
            [[ $line =~ ^([A-Za-z0-9]{1,32}):([A-Za-z0-9._~-]{8,64})(:browser)?$ ]] \
                || fail "$list line $n is not phone:password or phone:password:browser (phone: letters and digits; password: 8 to 64 letters, digits or ._~-)"
            phone_section "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}" "${BASH_REMATCH[3]:+browser}" >> "$out.new"
        done < "$list"
    fi
    mv "$out.new" "$out"
    render_ice "$list"
}

# Only browsers ask for ICE, but Asterisk prepares for it at every call, which delays the ring by some 0.2 ms.
render_ice() {
    local answer=no
    if [ -f "$1" ] && grep -q ':browser$' "$1"; then answer=yes; fi
    echo "icesupport = $answer" > "$run/etc/rtp_ice.conf"
}

phone_section() {
    printf '[%s](hm-%s)\nauth=%s\naors=%s\ncallerid=<%s>\n' "$1" "${3:-desk}" "$1" "$1" "$1"
    printf '[%s](hm-login)\nusername=%s\npassword=%s\n' "$1" "$1" "$2"
    printf '[%s](hm-contacts)\n\n' "$1"
}

# Calls are told apart by it, so each of several exchanges has one of its own.
system_name() { [ "${setting[PBX_NAME]}" = main ] && echo hm || echo "hm-${setting[PBX_NAME]}"; }

# For each other exchange: who may come from there, and for each phone an endpoint over which it is rung there. And the phones
# that the others may ring here.
render_peers() {
    local peer name where phone sip=$run/etc/pjsip_peers.conf plan=$run/etc/extensions_peers.conf
    (umask 077; : > "$sip.new"; : > "$plan.new")
    for peer in ${setting[PEERS]//,/ }; do
        name=${peer%%=*} where=${peer#*=}
        peer_section "$name" "${where%:*}" >> "$sip.new"
        for phone in $(phone_names); do away_section "$phone" "$name" "$where" >> "$sip.new"; done
    done
    [ -z "${setting[PEERS]}" ] || for phone in $(phone_names); do
        printf 'exten => %s,1,Gosub(hm-peer-ring,s,1(%s))\n' "$phone" "$phone" >> "$plan.new"
    done
    mv "$sip.new" "$sip"
    mv "$plan.new" "$plan"
}

phone_names() { [ ! -f "$run/phones.list" ] || sed -n 's/^\([A-Za-z0-9]*\):.*/\1/p' "$run/phones.list"; }

# peer_section NAME ADDRESS: it says who it is, knows the password, and comes from its own address.
peer_section() {
    printf '[hm-peer-%s](hm-peer)\nauth=hm-peer-%s\npermit=%s/32\n' "$1" "$1" "$2"
    printf '[hm-peer-%s](hm-peer-login)\nusername=hm-peer-%s\n' "$1" "$1"
    printf '[hm-to-%s](hm-peer-login)\nusername=hm-peer-%s\n\n' "$1" "${setting[PBX_NAME]}"
}

# away_section PHONE NAME ADDRESS:PORT
away_section() {
    printf '[%s_%s](hm-away)\naors=%s_%s\nauth=hm-peer-%s\noutbound_auth=hm-to-%s\nfrom_user=hm-peer-%s\n' \
        "$1" "$2" "$1" "$2" "$2" "$2" "${setting[PBX_NAME]}"
    printf '[%s_%s]\ntype=aor\ncontact=sip:%s@%s\n\n' "$1" "$2" "$1" "$3"
}

# Each folder of sound files below music/ is a class of music on hold.
render_music() {
    local folder class out=$run/etc/musiconhold.conf
    for folder in "$run"/music/*/; do
        class=$(basename "$folder")
        [[ $class =~ ^[a-z0-9-]{1,32}$ ]] || fail "$folder: a music's name is 1 to 32 lower-case letters, digits or hyphens"
        printf '[%s]\nmode=files\nsort=alpha\ndirectory=%s/music/%s\n' "$class" "$hm" "$class" >> "$out"
    done
}

# Without its own name in here Asterisk waits for a name server at every call.
write_hosts() {
    printf '127.0.0.1 localhost %s\n' "$(hostname)" > "$run/hosts"
    : > "$run/resolv.conf"
}
