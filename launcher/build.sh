# shellcheck shell=bash
# Builds when the sources have changed, and puts the result into the cache under the digest of the sources. A server runs
# from there, so that a later build, or another working copy, does not pull the files from under it.

# Sets app: the folder with halfminute.jar and lib/.
build() {
    if is_package; then app=$home/app; return; fi
    local digest; digest=$(sources_digest) || fail "the sources in $home cannot be read"
    app=$cache/app/$digest
    if [ -e "$app/whole" ]; then touch "$app/whole"; return; fi
    mkdir -p "$cache/app"
    exec 9> "$cache/app/.lock"
    flock 9
    if [ ! -e "$app/whole" ]; then
        step "build server and pages" "look at the first error above; is the network there, for the first run of Maven and npm?" \
            build_server || exit 1
        step "put the build into the cache" "is the disk full? df -h $cache" keep_build || exit 1
        forget_old_builds
    fi
    exec 9>&-
}

# Unpacked from what "package" has made: there are no sources, and everything is built.
is_package() { [ -e "$home/app/whole" ] && [ ! -e "$home/pom.xml" ]; }

# Of the sources only, not of what is made of them; a folder that is no clone has them too.
sources_digest() {
    (cd "$home" && source_files | LC_ALL=C sort -z | xargs -0 sha256sum 2> /dev/null | sha256sum | cut -c1-16)
}

source_files() {
    git ls-files -z -co --exclude-standard -- pom.xml src/main 2> /dev/null \
        || find pom.xml src/main \( -name node_modules -o -name dist -o -name schema.d.ts \) -prune -o -type f -print0
}

build_server() { cd "$home" && rm -rf target/lib && mvn -B -ntp -Dmaven.test.skip=true package; }

keep_build() {
    local new=$app.new.$$
    rm -rf "$app.new."* "$app"
    mkdir -p "$new" && cp -r "$home/target/lib" "$new/lib" && cp "$home/target/halfminute.jar" "$new/" || return
    touch "$new/whole" && mv "$new" "$app"
}

# The newest three stay, and all of the last day: a server may run from one.
forget_old_builds() {
    local marker
    find "$cache/app" -mindepth 2 -maxdepth 2 -name whole -mtime +1 -printf '%T@ %h\n' | sort -rn | tail -n +4 | cut -d' ' -f2- \
        | while read -r marker; do rm -rf "$marker"; done
}

class_path() {
    local jars=("$app"/lib/*.jar)
    local IFS=:
    echo "$app/halfminute.jar:${jars[*]}"
}

# The server's own command line.
server_command() { "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -cp "$(class_path)" io.halfminute.server.Main "$@"; }
