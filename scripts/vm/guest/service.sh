# The service as operators meet it: olga is one of the group briefd, otto is not.
fields() { journalctl --sync; journalctl -u briefd -o json --no-pager --since "$1" | python3 -c '
import json, sys
for line in sys.stdin:
    entry = json.loads(line)
    print(entry.get("PRIORITY"), entry.get("SYSLOG_IDENTIFIER"), entry.get("_TRANSPORT"), entry.get("MESSAGE"),
          *sorted(key + "=" + str(value) for key, value in entry.items() if key.startswith("BRIEFD_")))
'; }
accounts
systemd-run -q --unit=feeds python3 /check/feeds.py
check "it runs after boot" within 60 active
shows "systemctl status says how it is" 'Status: "All is well: 0 articles filed, 0 feeds followed' systemctl status briefd
check "the main process is the one that is told of" is "$(ps -o comm= -p "$(main)")" briefd
check "it runs as briefd" is "$(ps -o user= -p "$(main)")" briefd

# Files.
begin=$(mark)
as olga python3 /check/articles.py 2 dropped $incoming >/dev/null
check "an operator's files are filed" within 60 filed_is 2
check "and leave the spool" within 20 spool_is_empty
as olga bash -c "umask 077; mkdir $incoming/closed; cp /etc/hostname $incoming/closed/secret.txt; chmod 700 $incoming/closed"
shows "a file that briefd may not read is named in the status" "closed" within 30 bash -c '! briefctl status'
rm -r $incoming/closed
as olga mkdir $incoming/europe
as olga bash -c "python3 /check/articles.py 1 tagged $incoming/europe" >/dev/null
check "an operator's folder becomes a tag" within 60 bash -c "grep -rlq europe $state/store/articles"
check "articles are readable for the operator" as olga bash -c "cat $state/store/articles/*/*/*.md"
hides "and for nobody else" "^---" as otto bash -c "cat $state/store/articles/*/*/*.md"
check "filed files are kept with mode 640" is "$(find $state/store/articles -name '*.md' -printf '%m\n' | sort -u)" 640
shows "a filing is an info in the journal, with fields" \
    '^6 briefd journal filed .*BRIEFD_ARTICLE=[0-9a-f]{16} BRIEFD_SPOOL_ITEM=dropped-1.html' fields "$begin"

# Looking in.
check "briefctl status for root" within 20 briefctl status
check "briefctl status for an operator" as olga briefctl status
check "briefctl articles, search, spool, feeds, errors for an operator" as olga bash -c \
    'briefctl articles && briefctl search harbour && briefctl spool && briefctl feeds && briefctl errors'
check "briefctl show for an operator" as olga bash -c \
    'briefctl show "$(briefctl articles --json | grep -o "\"id\" *: *\"[0-9a-f]*" | head -1 | grep -o "[0-9a-f]*$")"'
shows "briefctl verify looks beside briefd" 'is sound' briefctl verify
hides "the timers are off" '^enabled' systemctl is-enabled briefd-verify.timer briefd-backup.timer
check "a nightly look works as its unit" systemctl start briefd-verify.service
shows "and the status tells of it" 'verified .*part 1/12' briefctl status
install -d -o briefd -g briefd -m 700 /var/backups/briefd
check "a nightly backup works as its unit" systemctl start briefd-backup.service
check "and is whole" bash -c 'ls /var/backups/briefd/*/store/catalogue.sqlite'
check "an outsider gets exit status 4" gives 4 as otto briefctl status
shows "and is told about the group" "group briefd" as otto briefctl status
check "an operator may not steer: exit status 4" gives 4 as olga briefctl reload
shows "and is told why" "sudo|root" as olga briefctl reload
check "an operator reads the sockets with curl" as olga curl -sf --unix-socket /run/briefd/status.sock http://x/v1/status
check "the programs say their version" briefd --version

# Feeds, on the loopback, by name through /etc/hosts, one of them behind a password.
printf 'reader:secret\n' >/etc/briefd/locked.secret
chmod 600 /etc/briefd/locked.secret
mkdir -p /etc/systemd/system/briefd.service.d
printf '[Service]\nLoadCredential=locked:/etc/briefd/locked.secret\n' >/etc/systemd/system/briefd.service.d/credential.conf
configure <<'EOF'
[http]
allow_hosts = ["feeds.test:8088"]
[polling]
per_host_spacing = "100ms"
minimum_interval = "5s"
[[feed]]
url = "http://feeds.test:8088/open.xml"
[[feed]]
url = "http://feeds.test:8088/locked.xml"
credential = "locked"
EOF
check "check-config takes the configuration" briefd check-config
systemctl daemon-reload
count=$(filed)
begin=$(mark)
check "restart with a credential" systemctl restart briefd
check "two feeds of three entries are filed" within 60 filed_is $((count + 6))
shows "both feeds are well" '^[^ ]+ +ok.*locked|locked.* ok ' briefctl feeds
shows "feeds in the journal bear their name" 'BRIEFD_FEED=' fields "$begin"
hides "no secret in the journal" 'secret' fields "$begin"
hides "nothing in the way is said at warning" . after "$begin" -p warning
ip link add dummy0 type dummy && ip link set dummy0 up && ip addr add 169.254.7.7/16 dev dummy0
systemd-run -q --unit=resolver python3 /check/resolver.py 169.254.7.7
cp /etc/resolv.conf /tmp/resolv.conf 2>/dev/null
printf 'nameserver 169.254.7.7\n' >/etc/resolv.conf
sleep 1
briefctl feed add --no-check http://by-name.test:8088/far.xml >/dev/null
shows "a resolver with a link-local address is heard, and a private address refused" 'private|allow_hosts' \
    within 40 bash -c 'briefctl feeds | grep by-name | grep -E "private|allow"; briefctl errors | grep -E "by-name.*(private|allow)"'
cp /tmp/resolv.conf /etc/resolv.conf 2>/dev/null
briefctl feed remove "$(briefctl feeds --json | grep -B3 -A3 by-name | grep -o '"id" *: *"[^"]*' | grep -o '[^"]*$')" >/dev/null

# The same under a name that systemd does not hand over.
cp /etc/briefd/briefd.toml /tmp/before.toml
sed -i 's/credential = "locked"/credential = "other"/' /etc/briefd/briefd.toml
systemctl reload briefd
shows "a credential that is not there is said, with what to do" 'credential other is missing' \
    within 40 bash -c 'briefctl feed poll "$(briefctl feeds --json | tr -d "\n " | grep -o "\"id\":\"[^\"]*\"[^}]*locked.xml" | grep -o "^\"id\":\"[^\"]*" | cut -d\" -f4)" >/dev/null
        sleep 1; briefctl feeds --json | grep "credential other"'
cp /tmp/before.toml /etc/briefd/briefd.toml
systemctl reload briefd

# Reading the configuration again.
sed -i 's/minimum_interval = "5s"/minimum_interval = "10s"/' /etc/briefd/briefd.toml
begin=$(mark)
check "reload" systemctl reload briefd
check "reload is noted" within 20 said "$begin" "configuration reloaded"
check "the same process runs on" within 10 active
shows "after a reload the status text says how it is" 'Status: "All is well' systemctl status briefd
cp /etc/briefd/briefd.toml /tmp/good.toml
printf '[poling]\ninterval = "1h"\n' >>/etc/briefd/briefd.toml
begin=$(mark)
systemctl reload briefd
check "a bad configuration is refused, and said" within 20 said "$begin" "configuration not reloaded"
shows "with file, line and what next" 'briefd.toml:[0-9]+.*polling' after "$begin" -p err
check "it stays active" active
shows "systemctl status shows it" 'Status: "Not well: The configuration was not reloaded' systemctl status briefd
check "briefctl status exits 1" gives 1 briefctl status
shows "the old configuration is in force" 'open.xml' briefctl feeds
shows "briefctl reload says the same" 'briefd.toml:[0-9]+' briefctl reload
# A bad configuration at the start.
begin=$(mark)
check "a bad configuration fails the start" gives 1 systemctl restart briefd
check "the unit has failed, with status 2" is "$(property ActiveState) $(property ExecMainStatus)" "failed 2"
shows "the journal says why at priority err" '^[0-3] .*briefd.toml:[0-9]+' fields "$begin"
shows "journalctl -p warning shows it" 'poling' after "$begin" -p warning
sleep 8
check "it is not started again and again" is "$(property NRestarts) $(property ActiveState)" "0 failed"
cp /tmp/good.toml /etc/briefd/briefd.toml
check "mended, it starts" systemctl start briefd
check "and is well" within 20 briefctl status

# All the rest of what it does, under the hardening.
gzip -k /usr/share/common-licenses/GPL-3 2>/dev/null
cp /usr/share/common-licenses/GPL-2 $incoming/licence.txt
gzip -c /usr/share/common-licenses/Artistic >$incoming/artistic.txt.gz
before=$(filed)
check "text and gzip are filed" within 60 filed_is $((before + 2))
check "workers run" pgrep -f 'briefd worker|exe worker' -u briefd
hides "workers have a limit of memory" 'unlimited +unlimited' bash -c \
    'grep "Max address space\|Max data size" /proc/$(pgrep -n -u briefd -f worker)/limits | grep data'
check "backup" bash -c 'rm -rf /tmp/backup; briefctl backup /tmp/backup && ls /tmp/backup/store/articles'
check "reprocess while stopped, restore" bash -c 'systemctl stop briefd && briefctl reprocess && systemctl start briefd'
check "after reprocess as root everything is still briefd's" is "$(find $state/store $state/*.* ! -user briefd)" ""
check "the store is sound" sound
check "restore in place of the store" bash -c 'systemctl stop briefd && mkdir /tmp/old && mv $0/store $0/feeds.sqlite* $0/subscriptions.opml /tmp/old/ && briefctl restore /tmp/backup' $state
check "after restore as root everything is briefd's" is "$(find $state/store $state/*.* ! -user briefd)" ""
check "and the service runs on it" bash -c 'systemctl start briefd && briefctl status'
printf '%%PDF-1.4\n' >$incoming/paper.pdf
shows "a quarantined file is a warning in the journal" 'file quarantined.*paper.pdf' \
    within 20 journalctl -u briefd -o cat -p warning --no-pager -g paper.pdf
check "root may discard it" bash -c 'briefctl discard "$(ls -1 $0/spool/corrupt >/dev/null; briefctl spool --json | grep -o "\"id\" *: *\"[^\"]*" | head -1 | grep -o "[^\"]*$")"' $state
check "and all is well again" within 20 briefctl status
hides "no call was refused by the hardening" 'type=1326|EPERM|not permitted|Function not implemented|thread priority' refusals
