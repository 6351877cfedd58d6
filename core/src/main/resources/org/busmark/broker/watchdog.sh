# Ends what a harness started once the harness is gone: reads standard input, a pipe that the harness holds open, and at
# its end kills the session's processes and removes the session's folder. Needs /proc.
#
# usage: sh watchdog.sh SESSION_FOLDER MARKER GRACE_TENTHS

# Field 22 of /proc/PID/stat; the words after the name in parentheses begin with field 3.
start_time() {
    shift 19
    start=$1
}

nap() {
    sleep 0.1 2> /dev/null || sleep 1
}

# Prints PID.START of every living process of the session: the registered ones, those that carry the marker in their
# environment, members of a registered leader's process session, and all their descendants. A zombie does not live.
living() {
    marked=$(grep -lF -e "$marker" /proc/[0-9]*/environ 2> /dev/null | tr -c '0-9' ' ')
    cat /proc/[0-9]*/stat 2> /dev/null | awk -v self=$$ -v registered="$registered" -v marked="$marked" '
        BEGIN {
            n = split(registered, entry, " ")
            for (i = 1; i <= n; i++) {
                split(entry[i], part, ".")
                root[part[1] "." part[2]] = 1
                if (part[3] == "leader") leader[part[1]] = part[2]
            }
            n = split(marked, entry, " ")
            for (i = 1; i <= n; i++) marker[entry[i]] = 1
        }
        {
            pid = $1
            sub(/^.*\) /, "")
            state[pid] = $1; parent[pid] = $2; session[pid] = $4; start[pid] = $20
        }
        END {
            do {
                found = 0
                for (pid in start) {
                    if (pid in family || pid == self || pid + 0 <= 1) continue
                    s = session[pid]
                    if ((pid "." start[pid]) in root || pid in marker || parent[pid] in family \
                            || (s in leader && (!(s in start) || start[s] == leader[s]))) {
                        family[pid] = 1
                        found = 1
                    }
                }
            } while (found)
            for (pid in family) if (state[pid] !~ /^[ZXx]/) print pid "." start[pid]
        }'
}

# A pid may have been given to another process since it was listed.
signal() {
    pid=${2%%.*}
    { read -r stat < "/proc/$pid/stat"; } 2> /dev/null || return 0
    # shellcheck disable=SC2086  # split into words on purpose
    start_time ${stat##*) }
    [ "$start" != "${2#*.}" ] || kill -s "$1" "$pid" 2> /dev/null || return 0
}

# True when no process of the session lives any more; false when some survive even KILL for 10 s.
end_processes() {
    known=' '
    tenths=0
    while [ "$tenths" -le $((grace + 100)) ]; do
        registered="$(ls "$session/registry.closed" 2> /dev/null | tr '\n' ' ')$known"
        alive=$(living)
        [ -n "$alive" ] || return 0
        for key in $alive; do
            if [ "$tenths" -ge "$grace" ]; then
                signal KILL "$key"
            fi
            case $known in
                *" $key "*) ;;
                *)
                    known="$known$key "
                    signal TERM "$key"
                    ;;
            esac
        done
        nap
        tenths=$((tenths + 1))
    done
    return 1
}

main() {
    trap '' HUP INT TERM
    PATH=$PATH:/usr/bin:/bin LC_ALL=C
    export PATH LC_ALL
    session=$1 marker=$2 grace=$3
    # It ends with rm -rf: only ever on a session's folder.
    case ${session##*/} in
        busmark-session-?*) ;;
        *) exit 2 ;;
    esac
    read -r stat < "/proc/$$/stat" || exit 2
    # shellcheck disable=SC2086  # split into words on purpose
    start_time ${stat##*) }
    echo "$$.$start" > "$session/watchdog.new" && mv "$session/watchdog.new" "$session/watchdog" || exit 2

    while read -r _; do :; done

    # From here on nothing can register any more.
    mv "$session/registry" "$session/registry.closed" 2> /dev/null
    # What survives KILL is left registered, for the next harness to find.
    end_processes || exit 1
    for _ in 1 2 3 4 5; do
        rm -rf "$session" 2> /dev/null
        [ -e "$session" ] || exit 0
        nap
    done
    exit 1
}

# One line, so that the shell has read the whole file before it runs any of it: the file goes with the session.
main "$@"; exit
