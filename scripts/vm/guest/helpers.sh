# What the stages share. A check prints one line, and what was seen where it failed.
state=/var/lib/briefd
incoming=$state/spool/incoming

ok() { echo "ok $*"; }
failed() { # words; what was seen on standard input
    echo "FAILED $*"
    sed 's/^/    | /' | tail -n 25
}
# check WORDS COMMAND…: holds where the command succeeds.
check() {
    local words=$1 seen
    shift
    if seen=$("$@" 2>&1); then ok "$words"; else failed "$words ($*)" <<<"$seen"; fi
}
# shows WORDS PATTERN COMMAND…: holds where what the command prints matches; its exit status does not count.
shows() {
    local words=$1 pattern=$2 seen
    shift 2
    seen=$("$@" 2>&1)
    if grep -qE -- "$pattern" <<<"$seen"; then ok "$words"; else failed "$words (no /$pattern/ in: $*)" <<<"$seen"; fi
}
# hides WORDS PATTERN COMMAND…: the contrary.
hides() {
    local words=$1 pattern=$2 seen
    shift 2
    seen=$("$@" 2>&1)
    if grep -qE -- "$pattern" <<<"$seen"; then
        grep -E -- "$pattern" <<<"$seen" | failed "$words (/$pattern/ in: $*)"
    else
        ok "$words"
    fi
}
# within SECONDS COMMAND…: until the command succeeds.
within() {
    local end=$((SECONDS + $1)) seen
    shift
    until seen=$("$@" 2>&1); do
        [ $SECONDS -lt $end ] || { echo "$seen"; return 1; }
        sleep 0.3
    done
    echo "$seen"
}
# gives STATUS COMMAND…: the command's exit status is this.
gives() {
    local wanted=$1 got=0
    shift
    "$@" || got=$?
    [ $got = "$wanted" ] || { echo "exit status $got"; return 1; }
}
is() { [ "$1" = "$2" ] || { echo "is: $1"; echo "should be: $2"; return 1; }; }
property() { systemctl show -P "$1" briefd; }
active() { [ "$(property ActiveState)" = active ]; }
has_state() { [ "$(property ActiveState)" = "$1" ]; }
main() { property MainPID; }
as() { local user=$1; shift; runuser -u "$user" -- "$@"; }
# Articles in the store as files.
filed() { find $state/store/articles -name '*.md' 2>/dev/null | wc -l; }
filed_is() { is "$(filed)" "$1"; }
# But for what the dropping program had not finished: hidden names are left alone.
spool_is_empty() { is "$(cd $state/spool && find incoming active deferred corrupt -type f ! -name '.*')" ""; }
journal() { journalctl -u briefd --no-pager -o cat "$@"; }
# Everything from now on: since=$(mark); after "$since". (A cursor would do, but that journalctl 252 passes over the first
# match behind it.)
mark() { date +@%s.%6N; }
after() { local since=$1; shift; journalctl --sync; journal --since "$since" "$@"; }
said() { after "$1" | grep -qE -- "$2"; }
# `verify` needs the store for itself.
sound() {
    local status=0
    systemctl stop briefd
    briefctl verify || status=$?
    systemctl start briefd
    return $status
}
# What the hardening refused: in briefd's own words, or in the kernel's (audit message 1326).
refusals() { journal -b; journalctl -b -k --no-pager -o cat -g 'type=1326'; }
accounts() {
    useradd --create-home --groups briefd olga
    useradd --create-home otto
}
# drop COUNT PREFIX: articles that nothing else holds, each moved in whole.
drop() { python3 /check/articles.py "$1" "$2" $incoming; }
# A configuration on the guest's own feed server.
configure() {
    cat >/etc/briefd/briefd.toml
}
