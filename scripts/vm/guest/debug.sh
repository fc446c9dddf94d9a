sleep 5
systemctl status briefd
mount | grep -E 'vd|briefd'
runuser -u briefd -- /usr/bin/briefd --version
systemctl list-jobs
