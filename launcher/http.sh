# shellcheck shell=bash
# One request to our own server, without a tool that may be missing.

# http_get PATH: prints the status code, a blank line, and the body. Fails when nobody answers within two seconds.
http_get() {
    local host=${launch[HTTP_ADDRESS]} port=${launch[HTTP_PORT]}
    [ "$host" != 0.0.0.0 ] || host=127.0.0.1
    # shellcheck disable=SC2016
    timeout 2 bash -c '
        exec 3<> "/dev/tcp/$1/$2" || exit 1
        printf "GET %s HTTP/1.0\r\nHost: %s:%s\r\n\r\n" "$3" "$1" "$2" >&3
        IFS=" " read -r _ code _ <&3 || exit 1
        while IFS= read -r line <&3 && [ ${#line} -gt 1 ]; do :; done
        printf "%s\n\n" "$code"; cat <&3
    ' http "$host" "$port" "$1" 2> /dev/null
}

is_ready() { [[ $(http_get /health/ready) == 200* ]]; }
