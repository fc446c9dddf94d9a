# Power cuts in the middle of filing: what the guest had not written is gone, what is on the state disk stays.
cut=$(grep -o 'briefd.cut=[a-z0-9]*' /proc/cmdline | cut -d= -f2)
keys=$state/dropped.keys
systemctl start briefd
check "boot $cut: it runs" within 90 active
if [ -e $keys ]; then
    waiting=$(find $state/spool/active $state/spool/incoming -type f | wc -l)
    before=$(filed)
    echo "note boot $cut: $(wc -l <$keys) dropped so far, $before filed when it came up, $waiting files in the spool"
    check "boot $cut: what was dropped before the cut is filed, once, and nothing is torn" \
        within 180 python3 /check/ledger.py $state $keys --filed
    check "boot $cut: the spool is empty" within 60 spool_is_empty
    check "boot $cut: the store is sound" sound
    check "boot $cut: all is well" within 30 briefctl status
    check "boot $cut: no temporary files" is "$(find $state/store -name '.*' -type f ! -name .lock; find $state/store -name '*.tmp')" ""
    hides "boot $cut: the file system is sound" 'EXT4-fs error' dmesg
fi
if [ "$cut" = last ]; then return; fi
# A key is written down, durably, once its file is durably in the spool.
python3 -u /check/articles.py 200 "cut$cut" $incoming | python3 -c '
import os, sys
with open(sys.argv[1], "a") as keys:
    for line in sys.stdin:
        keys.write(line)
        keys.flush()
        os.fsync(keys.fileno())' $keys &
until [ -e $keys ]; do sleep 0.2; done
sleep $((3 + cut * 2)).$((RANDOM % 10))
echo "note boot $cut: cut with $(wc -l <$keys) dropped and $(filed) filed"
sleep 0.5
echo b >/proc/sysrq-trigger
sleep 60
