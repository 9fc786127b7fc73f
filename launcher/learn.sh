# shellcheck shell=bash
# What a JVM has learnt in one run, the classes as they are linked and the profiles of the methods that are hot, is kept beside
# the build and serves every later run of it (JEP 514, 515): it starts sooner, and compiles for seconds instead of minutes.
# Another build, JDK or set of options learns anew.

# While the program that runs is watched; else nothing.
notes=

# recalling NAME COMMAND...: sets the options of java for a program, to use what was learnt, if anything was: from a run of
# minutes, else from a first start. COMMAND is java with its own options.
recalling() {
    local folder stamp file; folder=$(learnt_folder)
    stamp=$(cat "$JAVA_HOME/release" "$home/launcher/server.options" | sha256sum | cut -c1-16)
    learnt=$folder/$1-$stamp.aot learnt_at_start=$folder/$1-start-$stamp.aot
    notes='' learning_options=() recalled=
    shift
    # A package brings its own.
    for file in "$learnt" "$app/${learnt##*/}" "$learnt_at_start" "$app/${learnt_at_start##*/}"; do
        if is_usable "$file" "$@"; then
            recalled=$file learning_options=(-XX:AOTCache="$file" "${quietly[@]}")
            return
        fi
    done
}

# learning NAME COMMAND...: as recalling, or to learn when nothing was in a run of minutes. For such runs only: a JVM that is
# watched keeps all that it sees until its end, and is slow to end. So a hotline in production never is.
learning() {
    recalling "$@"
    [ ! -s "$learnt" ] || return 0
    watched
}

# The next run is watched.
watched() {
    notes=$learnt.notes.$$
    learning_options=(-XX:AOTMode=record -XX:AOTConfiguration="$notes" "${quietly[@]}")
}

# What the JVM says of it must not be among the program's own words.
quietly=(-XX:+DisplayVMOutputToStderr -Xlog:aot=off -Xlog:cds=off)

# Beside the build; in the cache when a package lies where it cannot be written.
learnt_folder() { if is_package; then mkdir -p "$cache" && echo "$cache"; else echo "$app"; fi; }

# is_usable FILE COMMAND...: what this JVM cannot use is forgotten; without this question it would be ignored for ever.
is_usable() {
    local file=$1; shift
    [ -s "$file" ] || return 1
    "$@" -XX:AOTMode=on -XX:AOTCache="$file" -cp "$(class_path)" -version > /dev/null 2>&1 || { rm -f "$file"; return 1; }
}

# As recalling, for the server; first it learns, once for each build: a server that was killed is to know its calls again within
# seconds, and a JVM that has learnt nothing spends most of them on its classes. No calls and no PBX are needed. What goes wrong
# here costs those seconds, and no start.
learn_from_a_start() {
    server_java
    recalling server "${server_java[@]}"
    [ ${#learning_options[@]} = 0 ] || return 0
    step "a first start, from which the JVM learns" "it goes on without; later starts take seconds longer" start_once
    recalling server "${server_java[@]}"
}

# In a folder, at ports and as a node of its own, since a node is a server alone and more.
start_once() {
    local folder base pid try options
    local -A launch=([HTTP_ADDRESS]=127.0.0.1)
    folder=$(mktemp -d) || return
    base=$((21000 + RANDOM % 8000))
    launch[HTTP_PORT]=$(free_port_from $base)
    options=(--config "$home/config" --data "$folder/data" --port "${launch[HTTP_PORT]}" --set pbx.ami.port=1
        --set "pbx.agi.port=$(free_port_from $((base + 100)))" --set "database.port=$(free_port_from $((base + 200)))"
        --set cluster.node=learns --set "cluster.port=$(free_port_from $((base + 300)))")
    learnt=$learnt_at_start
    watched
    timeout 150 "${server_java[@]}" "${learning_options[@]}" -Dhalfminute.cache="$cache" -Dhalfminute.log="$folder" \
        -Dlogback.configurationFile=logback-server.xml -cp "$(class_path)" io.halfminute.server.Main serve "${options[@]}" & pid=$!
    for ((try = 0; try < 600; try++)); do
        [[ $(http_get /health/ready) != *"leads; epoch"* ]] || break
        kill -0 $pid || break
        sleep 0.2
    done
    http_get / > /dev/null
    http_get /metrics > /dev/null
    kill -TERM $pid && wait $pid
    keep_what_was_learnt "${server_java[@]}"
    rm -rf "$folder"
    [ -s "$learnt" ]
}

# keep_what_was_learnt COMMAND...: after a run in good order that has seen enough. Some three seconds.
keep_what_was_learnt() {
    if [ -s "$notes" ] && [ ! -s "$learnt" ]; then
        timeout 75 "$@" -XX:AOTMode=create -XX:AOTConfiguration="$notes" -XX:AOTCache="$notes.aot" \
            -cp "$(class_path)" > /dev/null 2>&1 && mv "$notes.aot" "$learnt"
    fi
    forget_notes
}

# After a run that has not.
forget_notes() { [ -z "${notes:-}" ] || rm -f "$notes" "$notes.aot"; }
