"""Holds a store against the list of what was dropped: every article once in the store or still in the spool.

usage: ledger.py STATE KEYS [--filed]     KEYS: one key a line; --filed: briefd has run since: all are in the store
"""
import collections
import os
import re
import sys


def main():
    state, keys = sys.argv[1], open(sys.argv[2]).read().split()
    is_settled = "--filed" in sys.argv
    filed, waiting, torn = collections.Counter(), collections.Counter(), []
    for folder, _, names in os.walk(state + "/store/articles"):
        for name in names:
            # What a crash leaves under a temporary name, the next start removes.
            if name.startswith(".") and not is_settled:
                continue
            text = open(os.path.join(folder, name), encoding="utf-8", errors="replace").read()
            title = re.search(r'^title: ".* ([a-z]+[0-9]*-\d+)"', text, re.M)
            if name.startswith(".") or not title:
                torn.append(name)
            elif title.group(1):
                filed[title.group(1)] += 1
    for queue in ("incoming", "active", "deferred", "hold"):
        for folder, _, names in os.walk(f"{state}/spool/{queue}"):
            waiting.update(name.split(".")[0] for name in names if name.endswith(".html"))
    corrupt = os.listdir(state + "/spool/corrupt")
    allowed = filed if is_settled else filed + waiting
    lost = [key for key in keys if not allowed[key]]
    doubled = [key for key, count in filed.items() if count > 1]
    print(f"{len(keys)} dropped, {len(filed)} filed, {sum(waiting.values())} waiting")
    for what, names in (("lost", lost), ("doubled", doubled), ("torn", torn), ("corrupt", corrupt)):
        if names:
            print(f"{what} ({len(names)}):", *names[:8])
    sys.exit(bool(lost or doubled or torn or corrupt))


main()
