# A disk that loses what it was not told to flush: all writes are recorded (dm-log-writes), then the disk is put
# together as it would have been at many moments, and briefd is started on it.
systemctl stop briefd
umount $state
modprobe dm-log-writes
dd if=/dev/vdb of=/var/tmp/before.img bs=1M conv=sparse status=none
dmsetup create recorded --table "0 $(blockdev --getsz /dev/vdb) log-writes /dev/vdb /dev/vdc"
dmsetup mknodes
mount /dev/mapper/recorded $state
chown briefd:briefd $state
systemctl start briefd
check "it runs on the recorded disk" within 60 active
python3 -u /check/articles.py 40 lost $incoming | while read -r key; do
    dmsetup message recorded 0 mark "$key"
    sleep 0.2
done
check "forty are filed" within 120 python3 /check/ledger.py $state <(seq -f 'lost-%g' 40) --filed
systemctl stop briefd
umount $state
dmsetup remove recorded
log=/dev/vdc
python3 /check/replay.py $log list >/var/tmp/entries
total=$(tail -1 /var/tmp/entries | cut -d' ' -f1)
first=$(grep -m1 'lost-1$' /var/tmp/entries | cut -d' ' -f1)
echo "note $total entries of the log, $(awk '$2 % 2' /var/tmp/entries | wc -l) flushes; the first file is dropped at $first"
points=${LOST_POINTS:-16}
sound=0
mkdir -p /mnt/replayed
cat >/var/tmp/replayed.toml <<'EOF'
[paths]
state = "/mnt/replayed"
runtime = "/run/replayed"
[spool]
settle = "100ms"
EOF
for point in $(seq $points); do
    at=$((first + (total - first) * point / points))
    cp --sparse=always /var/tmp/before.img /var/tmp/replayed.img
    python3 /check/replay.py $log /var/tmp/replayed.img $at $((point % 2 * point))
    awk -v at="$at" '$1 < at && $3 {print $3}' /var/tmp/entries >/var/tmp/keys
    if seen=$(
        mount -o loop /var/tmp/replayed.img /mnt/replayed 2>&1 &&
            python3 /check/ledger.py /mnt/replayed /var/tmp/keys 2>&1 &&
            runuser -u briefd -- briefd run --once --config /var/tmp/replayed.toml >/var/tmp/once.log 2>&1 &&
            python3 /check/ledger.py /mnt/replayed /var/tmp/keys --filed 2>&1 &&
            briefctl verify --config /var/tmp/replayed.toml 2>&1
    ); then
        sound=$((sound + 1))
    else
        { echo "$seen"; tail -5 /var/tmp/once.log; } | failed "power lost at entry $at"
    fi
    umount /mnt/replayed
done
check "power lost at $points moments: nothing lost, doubled or torn" is "$sound" "$points"
