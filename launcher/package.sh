# shellcheck shell=bash
# A package that starts without Maven and Node.js, and copies of a hotline.

# package [FILE]: the built server with its launcher, configuration, PBX scripts and operator's files.
package() {
    local file=${1:-halfminute.tar.gz} draft
    [[ $file = /* ]] || file=$PWD/$file
    [ ! -e "$file" ] || fail "$file is there already; choose another name"
    need up
    build
    learn_from_a_start
    draft=$(mktemp -d) || fail "there is no room for temporary files"
    # shellcheck disable=SC2064
    trap "rm -rf '$draft'" EXIT
    step "pack" "is the disk full? df -h $draft" fill_package "$draft/halfminute" "$file" || exit 1
    say "  $tick $file ($(du -h "$file" | cut -f1)); unpack it anywhere, then ./halfminute up"
}

fill_package() {
    # With their times: what was learnt holds for files of that time only.
    mkdir -p "$1/app" && cp -Rp "$app/lib" "$app/halfminute.jar" "$1/app/" && touch "$1/app/whole" \
        && { [ -z "$recalled" ] || cp "$recalled" "$1/app/"; } \
        && cp -R "$home/halfminute" "$home/launcher" "$home/config" "$home/asterisk" "$home/docs" "$home/ops" "$home/LICENSE" "$home/README.md" "$1/" \
        && tar -C "$(dirname "$1")" --owner=0 --group=0 -czf "$2.part" halfminute && mv "$2.part" "$2"
}

# backup FILE [OPTIONS]: of a hotline that runs.
backup() {
    local file; file=$(file_argument "$@") || exit 2
    shift; read_place "$@"
    find_jdk || fail "there is no JDK. Maybe: $jdk_mend"
    build
    step "copy the hotline of $data" "see above; the hotline has to run" server_command backup "${place_options[@]}" "$file" || exit 1
    say "  $tick $file ($(du -h "$file" | cut -f1)); it holds secrets and personal data: keep it as safely as the hotline"
}

# export_day DAY [--to DIR] [OPTIONS]: of a hotline that runs.
export_day() {
    local day=() rest=()
    while [ $# -gt 0 ]; do
        case $1 in
            --to) day+=("$1" "${2:-}"); shift ;;
            --help|[0-9]*) day+=("$1") ;;
            *) rest+=("$1" "${2:-}"); [ $# -gt 1 ] && shift ;;
        esac
        shift
    done
    read_place "${rest[@]}"
    find_jdk || fail "there is no JDK. Maybe: $jdk_mend"
    build >&2
    server_command export-day "${place_options[@]}" "${day[@]}"
}

# restore FILE [OPTIONS]: into a new data folder.
restore() {
    local file; file=$(file_argument "$@") || exit 2
    shift; read_place "$@"
    refuse_second_start
    find_jdk || fail "there is no JDK. Maybe: $jdk_mend"
    build
    step "restore into $data" "see above" server_command restore "${place_options[@]}" "$file" || exit 1
    say "  $tick restored; ./halfminute up --data $data starts it"
}

file_argument() {
    [[ ${1:-} != --* ]] && [ -n "${1:-}" ] || { say "the first word has to be the file, such as halfminute-backup.tar.gz" >&2; return 1; }
    case $1 in /*) echo "$1" ;; *) echo "$PWD/$1" ;; esac
}
