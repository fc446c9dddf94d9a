# The Debian package: what it makes, and what it leaves behind.
owner() { stat -c '%U:%G %a' "$1"; }
install_again() { dpkg -i /briefd.deb; }

# It was installed where no systemd ran; at the first boot the service is there.
check "the service runs after the first boot" within 60 active
check "the service is enabled" systemctl is-enabled briefd
check "the account briefd is there, without a shell" is "$(getent passwd briefd | cut -d: -f7)" /usr/sbin/nologin
check "the group briefd is the account's own" is "$(id -gn briefd)" briefd
check "state folder" is "$(owner $state)" "briefd:briefd 750"
check "runtime folder" is "$(owner /run/briefd)" "briefd:briefd 750"
check "status socket is for the group" is "$(owner /run/briefd/status.sock)" "briefd:briefd 660"
check "control socket is for briefd and root" is "$(owner /run/briefd/control.sock)" "briefd:briefd 600"
# Set-group-id is what RestrictSUIDSGID= forbids; a default access list does the same (service: an operator's folder).
check "incoming is open to the group" is "$(owner $incoming)" "briefd:briefd 770"
check "configuration" is "$(owner /etc/briefd/briefd.toml)" "root:root 644"
hides "systemd-analyze verify has nothing to say" . systemd-analyze verify briefd.service
check "hardening scores below 1.5" systemd-analyze security --threshold=15 --no-pager briefd.service
check "no debris of dpkg's" is "$(dpkg -V briefd)" ""
note=$(systemd-analyze security --no-pager briefd.service | tail -1)
echo "note $note"

drop 3 package >/dev/null
check "three files are filed" within 60 filed_is 3

# An upgrade, here to the same version.
echo '# mine' >>/etc/briefd/briefd.toml
before=$(main)
check "an upgrade goes through while it runs" install_again
check "it runs again after the upgrade" within 60 active
check "the upgrade started the new program" test "$before" != "$(main)"
check "the upgrade kept the configuration" grep -q '^# mine' /etc/briefd/briefd.toml
check "the upgrade kept the articles" filed_is 3
check "still enabled" systemctl is-enabled briefd
systemctl stop briefd
check "an upgrade of a stopped service" install_again
check "a stopped service stays stopped" has_state inactive
systemctl disable briefd 2>/dev/null
check "an upgrade of a disabled service" install_again
hides "a disabled service stays disabled" '^enabled' systemctl is-enabled briefd
systemctl enable --now briefd 2>/dev/null

shows "remove says what stays" "/var/lib/briefd" dpkg -r briefd
check "removed: it does not run" has_state inactive
check "removed: the articles stay" filed_is 3
check "removed: the configuration stays" test -e /etc/briefd/briefd.toml
hides "removed: no failed unit" briefd systemctl --failed --no-legend
shows "purge says what stays, and how to be rid of it" "rm -r.* /var/lib/briefd" dpkg -P briefd
check "purged: the articles stay" filed_is 3
check "purged: no configuration" test ! -e /etc/briefd/briefd.toml
check "purged: no link in /etc/systemd" is "$(find /etc/systemd/system -name 'briefd.service')" ""
check "purged: the owner of the articles stays" is "$(stat -c %U $state/store/articles)" briefd

shows "a new installation with apt says what to do" "briefd.toml" apt-get install -y --no-install-recommends /briefd.deb
check "a new installation starts" within 60 active
check "the old articles are there again" filed_is 3
shows "and known again" "All is well: 3 articles" briefctl status
# Where somebody has said that nothing is to be started on installation, nothing is.
dpkg -P briefd >/dev/null 2>&1
printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d
chmod 755 /usr/sbin/policy-rc.d
dpkg -i /briefd.deb >/dev/null 2>&1
check "policy-rc.d is heard" has_state inactive
rm /usr/sbin/policy-rc.d
