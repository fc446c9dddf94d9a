# What goes wrong on a server: kill, hang, stop in the middle of work, a full disk.
configure <<'EOF'
[spool]
settle = "1s"
EOF
mkdir -p /etc/systemd/system/briefd.service.d
printf '[Service]\nWatchdogSec=6s\nTimeoutAbortSec=4s\n' >/etc/systemd/system/briefd.service.d/watchdog.conf
systemctl daemon-reload
systemctl restart briefd
check "it runs" within 60 active

each_once() { # PREFIX COUNT: each of the dropped articles is filed once
    python3 - "$state/store/articles" "$1" "$2" <<'EOF'
import collections, glob, re, sys
folder, prefix, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
seen = collections.Counter()
for path in glob.glob(folder + "/*/*/*.md"):
    found = re.search(r'^title: ".* (' + prefix + r'-\d+)"', open(path, encoding="utf-8").read(), re.M)
    if found:
        seen[found.group(1)] += 1
wrong = [key for key in (f"{prefix}-{n}" for n in range(1, count + 1)) if seen[key] != 1]
print(f"{len(seen)} filed; not once:", *[f"{key}: {seen[key]}" for key in wrong[:10]])
sys.exit(bool(wrong))
EOF
}
family_is_whole() { # every process of the account is the main one or its child
    local main strangers
    main=$(main)
    strangers=$(ps -o pid=,ppid=,args= -u briefd | awk -v main="$main" '$1 != main && $2 != main')
    is "$strangers" ""
}

# SIGKILL in the middle of filing.
drop 60 killed >/dev/null &
sleep 4
first=$(main)
kill -KILL "$first"
check "killed, it is started again" within 40 bash -c '[ "$(systemctl show -P MainPID briefd)" != 0 ] && [ "$(systemctl show -P ActiveState briefd)" = active ]'
check "as another process" test "$(main)" != "$first"
wait
check "no worker of the old one is left" family_is_whole
check "all sixty are filed" within 120 each_once killed 60
check "nothing is left in the spool" within 20 spool_is_empty
check "the store is sound" sound
shows "the journal has the kill at warning" 'code=killed|KILL' journal -p warning

# A worker killed.
kill -KILL "$(pgrep -n -u briefd -f worker)"
drop 3 worker >/dev/null
check "a killed worker is replaced" within 40 each_once worker 3

# SIGSTOP: the watchdog.
first=$(main)
restarts=$(property NRestarts)
kill -STOP "$first"
check "hung, the watchdog starts it again" within 60 bash -c "[ \$(systemctl show -P NRestarts briefd) -gt $restarts ] && [ \$(systemctl show -P ActiveState briefd) = active ]"
check "no worker of the hung one is left" family_is_whole
shows "the journal says that it was the watchdog" 'Watchdog timeout' journal -p warning
check "well again" within 20 briefctl status

# stop in the middle of filing.
drop 60 stopped >/dev/null &
sleep 4
begin=$SECONDS
check "stop" systemctl stop briefd
check "stop took less than 10 s ($((SECONDS - begin)) s)" test $((SECONDS - begin)) -lt 10
check "stopped cleanly" is "$(property Result) $(property ExecMainStatus)" "success 0"
check "the claims are given back" is "$(find $state/spool/active -type f)" ""
check "no process is left" is "$(ps -o args= -u briefd)" ""
wait
systemctl start briefd
check "afterwards all sixty are filed" within 120 each_once stopped 60
check "the store is sound after the stop" sound

# A full disk, while it runs. Files are dropped, and before they are ripe the disk is full.
printf '[spool]\nsettle = "12s"\n' | configure
systemctl reload briefd
sleep 1
drop 10 full >/dev/null
fill() { runuser -u briefd -- sh -c "cat /dev/zero >$state/filler" 2>/dev/null; runuser -u briefd -- sh -c "cat /dev/zero >$state/filler2" 2>/dev/null; }
begin=$(mark)
fill
note_space=$(df --output=avail,pcent $state | tail -1)
echo "note free when full:$note_space"
check "a full disk shows in the status" within 60 bash -c 'briefctl status | head -3 | grep -qiE "space|full"'
shows "with exit status 1 and what to do" 'Not well: .*(space|full).* Do: ' briefctl status
shows "and in systemctl status" 'Status: "Not well' within 20 bash -c 'systemctl status briefd | grep "Not well"'
shows "and in the journal at warning" 'space|full' after "$begin" -p warning
sleep 5
check "it stays up" is "$(property ActiveState) $(property NRestarts)" "active $(property NRestarts)"
check "nothing is lost: ten files are in the store or the spool" bash -c \
    "[ \$(( \$(grep -rlE '^title: .* full-[0-9]+' $state/store/articles | wc -l) + \$(find $state/spool -name 'full-*.html' | wc -l) )) -ge 10 ]"
lines=$(after "$begin" | wc -l)
check "the journal is not flooded ($lines lines)" test "$lines" -lt 60
rm $state/filler $state/filler2
check "space back, it goes on by itself" within 150 each_once full 10
check "and says that all is well" within 90 briefctl status
check "nothing is left in the spool after the full disk" within 20 spool_is_empty
check "the store is sound after the full disk" sound

# A full disk at the start.
systemctl stop briefd
printf '[spool]\nsettle = "1s"\n' | configure
drop 5 start >/dev/null
fill
begin=$(mark)
systemctl start briefd
sleep 10
shows "started on a full disk, it says so" 'space|full' after "$begin" -p warning
rm $state/filler $state/filler2
check "space back, it comes up by itself" within 150 active
check "and files what waited" within 150 each_once start 5
check "well at the end" within 90 briefctl status
hides "no call was refused by the hardening" 'type=1326|EPERM|not permitted|Function not implemented|thread priority' refusals
