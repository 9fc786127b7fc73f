# shellcheck shell=bash
# What has to be on the machine. As root it is installed; otherwise the commands to do so are printed.

java_wanted=25

# Sets JAVA_HOME to a JDK that is new enough: the one that is set, else one of the usual folders, else that of the PATH.
find_jdk() {
    local folder
    for folder in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/*jdk* "$(jdk_on_path)"; do
        if is_jdk "$folder"; then export JAVA_HOME=$folder; return; fi
    done
    return 1
}

is_jdk() {
    [ -n "$1" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    local version; version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
    [ "${version:-0}" -ge $java_wanted ]
}

jdk_on_path() {
    local javac; javac=$(command -v javac) || return 0
    dirname "$(dirname "$(readlink -f "$javac")")"
}

jdk_mend="install a JDK $java_wanted or newer, such as the package temurin-$java_wanted-jdk, or set JAVA_HOME to one"

# packages_for up|exchange|demo|test|bench|chaos: words command:package
packages_for() {
    local words="sox:sox espeak-ng:espeak-ng"
    is_package || [ "$1" = exchange ] || words+=" mvn:maven"
    has_asterisk || words+=" mmdebstrap:mmdebstrap"
    case $1 in demo|test|bench|chaos) words+=" sipp:sip-tester" ;; esac
    case $1 in chaos) words+=" faketime:faketime" ;; esac
    case $1 in test) words+=" chromium:chromium fc-list:fontconfig" ;; esac
    echo "$words"
}

has_asterisk() {
    command -v asterisk > /dev/null || return 1
    local version; version=$(asterisk -V 2> /dev/null | grep -oE '[0-9]+' | head -1)
    [ "${version:-0}" -ge 22 ]
}

# Prints the packages that are missing for a purpose.
missing_packages() {
    local word missing=()
    for word in $(packages_for "$1"); do
        command -v "${word%%:*}" > /dev/null || missing+=("${word#*:}")
    done
    if [ "$1" = test ] && [ -z "$(fc-list :lang=zh 2> /dev/null)" ]; then missing+=(fonts-wqy-microhei); fi
    echo "${missing[*]}"
}

# need PURPOSE: everything is there afterwards, or we have said what is not.
need() {
    find_jdk || fail "there is no JDK $java_wanted or newer. Maybe: $jdk_mend"
    say "  $tick JDK in $JAVA_HOME"
    is_package || need_node
    need_packages "$1"
}

need_packages() {
    local missing; missing=$(missing_packages "$1")
    [ -n "$missing" ] || return 0
    local install="apt-get install -y --no-install-recommends $missing"
    command -v apt-get > /dev/null || fail "these are missing, by the names of Debian's packages: $missing"
    [ "$(id -u)" = 0 ] || fail "something is missing. Please run:
    sudo apt-get update && sudo $install"
    step "install $missing" "run by hand: apt-get update && $install" install_packages "$missing" || exit 1
}

install_packages() {
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    # shellcheck disable=SC2086
    apt-get install -y --no-install-recommends $1
}

node_mend="install Node.js 20.19 or newer with its npm; Debian 12's own package is older"

need_node() { has_node || fail "the pages cannot be built: $(node_found). Maybe: $node_mend"; }

has_node() {
    command -v npm > /dev/null || return 1
    local major minor
    IFS=. read -r major minor _ <<< "$(node --version 2> /dev/null | tr -d v)"
    [ "${major:-0}" -gt 20 ] || { [ "${major:-0}" = 20 ] && [ "${minor:-0}" -ge 19 ]; }
}

node_found() { command -v node > /dev/null && echo "Node.js is $(node --version)" || echo "there is no Node.js"; }
