# Registers itself, then becomes the command: there is no moment in which the process lives unregistered, not even when
# the harness is killed while it starts it. A registry that is gone means that the session is over.
#
# usage: sh launch.sh REGISTRY SUFFIX LABEL COMMAND...
registry=$1 suffix=$2 label=$3
shift 3

# Field 22 of /proc/PID/stat; the words after the name in parentheses begin with field 3.
start_time() {
    shift 19
    start=$1
}

if { read -r stat < "/proc/$$/stat"; } 2> /dev/null; then
    # shellcheck disable=SC2086  # split into words on purpose
    start_time ${stat##*) }
    printf '%s\n' "$label" > "$registry/$$.$start$suffix" || exit 1
fi
exec "$@"
