# Which Asterisk: the one on the PATH if it is new enough, else a root folder with Debian's, made once and kept in the
# cache. Sets asterisk_root (empty when there is none), asterisk_what, asterisk_data, asterisk_modules.

cache=${HALFMINUTE_CACHE:-$HOME/.cache/halfminute}
root_version=1
root_packages=asterisk,asterisk-modules,asterisk-core-sounds-en-wav,asterisk-moh-opsound-wav

provide() {
    use_installed && return
    asterisk_root=$cache/asterisk-unstable-$root_version
    root_is_whole || make_root
    asterisk_what="$(<"$asterisk_root/.halfminute") in $asterisk_root"
    asterisk_data=/usr/share/asterisk
    asterisk_modules=$(cd "$asterisk_root" && first_with chan_pjsip.so usr/lib/*/asterisk/modules)
    asterisk_modules=/$asterisk_modules
}

use_installed() {
    command -v asterisk >/dev/null || return 1
    new_enough "$(asterisk -V 2>/dev/null)" || { say "the installed $(asterisk -V 2>/dev/null) is too old (18.24, 20.9, 21.4 or newer will do); taking one of our own"; return 1; }
    asterisk_root=
    asterisk_what="$(asterisk -V) at $(command -v asterisk)"
    asterisk_data=$(first_with documentation/core-en_US.xml /usr/share/asterisk /var/lib/asterisk /usr/local/share/asterisk /opt/asterisk/share) \
        || { say "the installed Asterisk has no documentation folder, without which it cannot read its settings; taking one of our own"; return 1; }
    asterisk_modules=$(first_with chan_pjsip.so /usr/lib/*/asterisk/modules /usr/lib/asterisk/modules /usr/lib64/asterisk/modules /usr/local/lib/asterisk/modules) \
        || { say "the installed Asterisk has no chan_pjsip; taking one of our own"; return 1; }
}

# The dialplan reads a caller's number with PJSIP_PARSE_URI_FROM, which came with 18.24, 20.9 and 21.4.
new_enough() {
    local major minor
    [[ $1 =~ ([0-9]+)\.([0-9]+) ]] || return 1
    major=${BASH_REMATCH[1]} minor=${BASH_REMATCH[2]}
    case $major in
        18) [ "$minor" -ge 24 ] ;;
        20) [ "$minor" -ge 9 ] ;;
        21) [ "$minor" -ge 4 ] ;;
        *) [ "$major" -ge 22 ] ;;
    esac
}

first_with() {
    local file=$1 folder; shift
    for folder in "$@"; do [ -e "$folder/$file" ] && { echo "$folder"; return 0; }; done
    return 1
}

root_is_whole() {
    [ -s "$asterisk_root/.halfminute" ] && [ "$(chroot "$asterisk_root" /usr/sbin/asterisk -V 2>/dev/null)" = "$(<"$asterisk_root/.halfminute")" ]
}

make_root() {
    [ "$(id -u)" = 0 ] || fail "no Asterisk that is new enough on the PATH, and making one needs root. Maybe: sudo apt-get install asterisk, or run this as root"
    command -v mmdebstrap >/dev/null || fail "mmdebstrap is missing, with which an Asterisk is made. Maybe: apt-get install mmdebstrap"
    mkdir -p "$cache"
    exec 8>"$cache/asterisk.lock"
    flock 8
    if ! root_is_whole; then
        say "making a root folder with Asterisk (about half a minute, 400 MB) ..."
        rm -rf "$asterisk_root" "$asterisk_root".new.*
        local new=$asterisk_root.new.$$
        mmdebstrap --quiet --variant=minbase --aptopt='Acquire::Check-Valid-Until "false"' --include="$root_packages" unstable "$new" \
            > "$cache/asterisk.log" 2>&1 || fail "mmdebstrap failed: $(tail -3 "$cache/asterisk.log"). The whole of it: $cache/asterisk.log"
        mkdir -p "$new/hm"
        chroot "$new" /usr/sbin/asterisk -V > "$new/.halfminute" || fail "the Asterisk that was made does not run; see $cache/asterisk.log"
        mv "$new" "$asterisk_root"
    fi
    exec 8>&-
}
