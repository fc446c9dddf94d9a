#!/usr/bin/env python3
"""Drops files of every kind, whole and broken, and kills `briefd run` at some moments meanwhile. In the end each
document of a whole file is filed once, and of a broken one filed once, or set aside with a reason.

usage: mixed.py FOLDER_OF_PROGRAMS [FILES [KILLS [SEED]]]
"""
import collections, json, os, random, signal, subprocess, sys, tempfile, time
from house import Root, temporary, with_reason
from kinds import KINDS
from kills import ctl, start

PATIENCE = 600  # seconds for what is left after the last kill
BROKEN = 0.15  # of all files


class Dropped:
    """A file, the numbers of the texts in it, and whether it is whole."""

    def __init__(self, name, numbers, content, is_whole):
        self.name, self.numbers, self.content, self.is_whole = name, numbers, content, is_whole


def damaged(chance, content):
    """Cut off, turned into something else at a place, or nothing but blanks."""
    how = chance.random()
    if how < 0.6:
        return content[:chance.randrange(1, len(content))]
    if how < 0.9:
        place = chance.randrange(len(content))
        return content[:place] + chance.randbytes(64) + content[place + 64:]
    return b"\n" * 40


def made(files, chance):
    number, all_files = 1000, []
    for index in range(files):
        suffix, count, make = KINDS[index % len(KINDS)]
        numbers = list(range(number, number + count))
        number += count
        content = make(numbers)
        is_whole = chance.random() >= BROKEN
        if not is_whole:
            content = damaged(chance, content)
        name = ("" if is_whole else "broken-") + f"{numbers[0]}{suffix}"
        all_files.append(Dropped(name, numbers, content, is_whole))
    chance.shuffle(all_files)
    return all_files


def filed(root):
    """How often each number is filed; what no number stands in is counted as None."""
    count = collections.Counter()
    for name in root.files(root.store + "/articles"):
        if name.endswith(".md"):
            with open(f"{root.store}/articles/{name}") as file:
                words = file.read().partition("Entry ")[2].split()
            count[int(words[0]) if words and words[0].isdigit() else None] += 1
    return count


def waiting(root):
    return [f for q in ("incoming", "active", "deferred") for f in root.files(f"{root.spool}/{q}")
            if not f.endswith(".reason.json")]


def judge(root, all_files, problems):
    """What became of each file, by kind."""
    count, aside = filed(root), set(with_reason(root, "corrupt", problems))
    result = collections.Counter()
    for file in all_files:
        times = [count[n] for n in file.numbers]
        if max(times) > 1:
            problems.append(f"filed twice: {file.name}")
        if file.is_whole and (min(times) != 1 or file.name in aside):
            problems.append(f"whole, and not filed whole: {file.name} {times} {file.name in aside}")
        # Nothing need be left of a number in what is broken.
        elif not any(times) and file.name not in aside and not file.is_whole:
            result["broken, filed without its number"] += 1
        else:
            result["whole" if file.is_whole else "broken, filed" if any(times) else "broken, aside"] += 1
    if result["broken, filed without its number"] > count[None]:
        problems.append(f"gone: {result['broken, filed without its number']} files, {count[None]} filed without a number")
    strange = aside - {f.name for f in all_files}
    if strange:
        problems.append(f"set aside, and never sent: {sorted(strange)[:10]}")
    problems += temporary(root)
    code, words = root.verify()
    if code != 0:
        problems.append(words)
    return result, sum(count.values()), len(aside)


def main():
    files, kills, seed = [int(a) for a in (sys.argv[2:] + ["1000", "10", "1"][len(sys.argv) - 2:])]
    chance, problems = random.Random(seed), []
    all_files = made(files, chance)
    with tempfile.TemporaryDirectory(prefix="bm-") as folder:
        root = Root(os.path.abspath(sys.argv[1]), folder + "/root")
        root.make()
        step = -(-files // kills)
        for round in range(kills):
            daemon = start(root)
            end = time.time() + chance.uniform(0.3, 3)
            for file in all_files[round * step:(round + 1) * step]:
                root.drop({file.name: file.content})
            time.sleep(max(0, end - time.time()))
            if daemon.poll() is not None:
                problems.append(f"ended by itself: {daemon.returncode}")
            daemon.send_signal(signal.SIGKILL)
            daemon.wait()
        left = len(waiting(root))
        daemon, begun = start(root), time.time()
        while time.time() - begun < PATIENCE and waiting(root) and daemon.poll() is None:
            time.sleep(0.5)
        took = time.time() - begun
        words = ctl(root, "status", "--json")[1]
        daemon.terminate()
        if daemon.wait(30) != 0:
            problems.append(f"exit status {daemon.returncode}")
        if waiting(root):
            problems.append(f"still waiting: {waiting(root)[:10]}")
        result, articles, aside = judge(root, all_files, problems)
        print(f"{files} files of {len(KINDS)} kinds, {kills} kills, seed {seed}: {json.dumps(result)}; {articles} articles,"
              f" {aside} set aside, the last {left} files {took:.0f} s after the last kill; {problems or 'well'}")
        if problems:
            print(words)
            subprocess.run(["tail", "-n", "20", root.at + "/log"])
    sys.exit(1 if problems else 0)


main()
