#!/usr/bin/env python3
"""Fails, or kills `briefd run --once` at, every system call on its files in turn, and checks after an undisturbed run
that every dropped file is filed once or kept with a reason, and that the store is sound.

usage: sweep.py FOLDER_OF_PROGRAMS [KIND[:HOW] …]
HOW is an errno's name, kill (die before the call), killed (die after it), or NAME+ (this call and all later ones).
"""
import gzip, os, shutil, subprocess, sys, tempfile
from house import Root, build_shim, fault, feed, page, temporary, text, with_reason

KINDS = ["write", "sync", "rename", "remove", "create", "open", "truncate", "read"]
HOWS = ["EIO", "ENOSPC", "EIO+", "ENOSPC+", "kill", "killed"]
BEFORE = {"old.html": page(1, "http://quay.example/a"), "known.txt": text(2)}
DROPPED = {
    "page.html": page(10), "a/b/tagged.txt": text(11), "packed.txt.gz": gzip.compress(text(12)),
    "same.html": page(2), "new.html": page(1, "http://quay.example/a", edited=20), "list.xml": feed([30, 31]),
    "saved.html": page(13), "saved_files/style.css": b"p {}", "saved_files/deep/image.png": b"png",
    "scan.pdf": b"%PDF-1.4", "wordless.html": b"<html><body></body></html>"}
CORRUPT = {"scan.pdf", "wordless.html"}
# Which numbered texts are current articles in the end; 1 was revised by 20.
CURRENT = {2, 10, 11, 12, 13, 20, 30, 31}


def check_disturbed(root, how, status, told, problems):
    """What must hold right after the disturbed run."""
    left = [f for q in ("incoming", "active") for f in root.files(f"{root.spool}/{q}")
            if not f.endswith(".reason.json")]
    deferred = with_reason(root, "deferred", problems)
    corrupt = with_reason(root, "corrupt", problems)
    if status < 0:
        if not how.startswith("kill"):
            problems.append(f"died of signal {-status}: {told[-300:]}")
        return
    if status not in (0, 1, 2):
        problems.append(f"exit status {status}")
    wanted = 1 if left or deferred or corrupt else 0
    if status != wanted and status != 2:
        problems.append(f"exit status {status} with left={left} deferred={deferred} corrupt={corrupt}")
    if status == 2 and "briefd:" not in told:
        problems.append("exit status 2 without a word")
    if not set(corrupt) <= CORRUPT:
        problems.append(f"a passing fault quarantined {corrupt}: {told[-300:]}")
    if (status == 2 or left or deferred) and not told.strip():
        problems.append("nothing was said")


def retry(root):
    """What `briefctl retry` does, without a daemon."""
    for name in root.files(root.spool + "/deferred"):
        source = f"{root.spool}/deferred/{name}"
        if name.endswith(".reason.json"):
            os.remove(source)
        else:
            target = f"{root.spool}/incoming/{name}"
            os.makedirs(os.path.dirname(target), exist_ok=True)
            os.rename(source, target)


def check_mended(root, problems):
    """What must hold after the undisturbed run."""
    status, told = root.run()
    if status not in (0, 1):
        problems.append(f"undisturbed run: exit status {status}: {told[-300:]}")
    for queue in ("incoming", "active", "deferred"):
        left = root.files(f"{root.spool}/{queue}")
        if left:
            problems.append(f"left in {queue}: {left}: {told[-300:]}")
    corrupt = with_reason(root, "corrupt", problems)
    if set(corrupt) != CORRUPT or len(corrupt) != len(CORRUPT):
        problems.append(f"corrupt: {corrupt}")
    if root.articles() != sorted(CURRENT):
        problems.append(f"articles: {root.articles()}")
    if temporary(root):
        problems.append(f"temporary files: {temporary(root)}")
    sound, words = root.verify()
    if sound != 0 or "9 articles" not in words:
        problems.append(f"verify: {words.strip()[:300]}")


def attempt(programs, base, kind, how, at, shim, counts):
    """One disturbed run. Returns how many calls there were, and what was wrong."""
    folder = tempfile.mkdtemp(prefix="bf-")
    root, problems = Root(programs, folder + "/r"), []
    try:
        shutil.copytree(base, root.at)
        with open(counts, "wb") as file:
            file.write(bytes(16))
        try:
            status, told = root.run(fault(shim, counts, root.at, kind, how, at))
            check_disturbed(root, how, status, told, problems)
            retry(root)
            check_mended(root, problems)
        except subprocess.TimeoutExpired as error:
            problems.append(f"hangs: {error.cmd[1]}")
        with open(counts, "rb") as file:
            return int.from_bytes(file.read(8), "little"), problems
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main():
    programs = os.path.abspath(sys.argv[1])
    wanted = sys.argv[2:] or KINDS
    folder = tempfile.mkdtemp(prefix="bf-")
    counts, base, bad = folder + "/count", Root(programs, folder + "/base"), 0
    shim = build_shim(folder)
    try:
        base.make()
        base.drop(BEFORE)
        if base.run()[0] != 0:
            raise SystemExit("the run without faults failed")
        base.drop(DROPPED)
        for word in wanted:
            kind, _, only = word.partition(":")
            for how in [only] if only else HOWS:
                calls, problems = attempt(programs, base.at, kind, how, 10**9, shim, counts)
                if problems:
                    raise SystemExit("without any fault: " + "; ".join(problems))
                points = [n for n in range(1, calls + 3) if n <= 60 or n % 3 == 0]
                failed = 0
                for at in points:
                    _, problems = attempt(programs, base.at, kind, how, at, shim, counts)
                    if problems:
                        failed += 1
                        print(f"{kind} {how} at {at}: " + "; ".join(problems), flush=True)
                bad += failed
                print(f"{kind:9}{how:8}{calls:5} calls, {failed} with findings", flush=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    sys.exit(1 if bad else 0)


main()
