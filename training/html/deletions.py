#!/usr/bin/env python3
"""Count what rules dropped of a body although the judge was for it (.6 and more) or sure of it (.8): was it furniture?

usage: deletions.py BENCH ARTICLES [--core INDEX.tsv] [--show]

A line is the article's where the true text has it: as a line of its own, or most of its 3-grams where it has four words
or more. One without words is nobody's, and a copy is the article's only where the true text has it as often as the page
shows it. Titles, bylines, days, captions, credits and notes on authors are facts, and what readers wrote below the heading of
their comments is theirs: no body by contract. Truths of older sets have them, so they are counted apart. Lines that are
hidden are counted with the others.
--show prints each line that the truth has.
"""
import argparse, collections, json, pathlib, re, subprocess, sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import pages
from score import core_pages

FACTS = re.compile("opening:|caption$|author-note$|furniture:credit$|details$|comments$")


def folded(line):
    return " ".join(re.findall(r"\w+", line)).lower()


class Truth:
    def __init__(self, text):
        words = pages.tokens(text)
        self.grams = {n: set(pages.grams(words, n)) for n in (1, 2, 3)}
        self.lines = {folded(line) for line in text.split("\n")}
        self.text = " " + folded(text) + " "

    def has(self, line, rule):
        words = pages.tokens(line)
        if not words:
            return False
        if rule == "copy":
            return self.text.count(" " + folded(line) + " ") > 1
        if len(words) < 4:
            return folded(line) in self.lines
        found = pages.grams(words, 3)
        return sum(gram in self.grams[3] for gram in found) > 0.5 * len(found)


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("bench")
    parser.add_argument("articles")
    parser.add_argument("--core")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    truths = pages.truths_below(options.articles)
    if options.core:
        core = core_pages(options.core)
        truths = {p: t for p, t in truths.items() if (pathlib.Path(p).parent.name, pathlib.Path(p).stem) in core}
    lines = "".join(f"{path}\t{truth.get('url') or ''}\n" for path, truth in truths.items())
    run = subprocess.run([options.bench, "deletions"], input=lines, stdout=subprocess.PIPE, text=True, check=True)
    known, counts, sure = {}, collections.defaultdict(lambda: [0, 0]), collections.defaultdict(lambda: [0, 0])
    for row in map(json.loads, run.stdout.splitlines()):
        truth = known.setdefault(row["path"], Truth(truths[row["path"]]["text"]))
        wrong = truth.has(row["text"], row["rule"])
        for name in (row["rule"], "facts" if FACTS.match(row["rule"]) else "all others"):
            for table in (counts, sure) if row["score"] >= 0.8 else (counts,):
                table[name][0] += 1
                table[name][1] += not wrong
        if wrong and options.show and not FACTS.match(row["rule"]):
            print(f"{row['score']:.2f}\t{row['rule']}\t{row.get('phrase') or ''}\t{row['text'][:100]}\t{row['path']}")
    for title, table in (("against the judge (.6)", counts), ("where he was sure (.8)", sure)):
        print(f"dropped {title}\tlines\tfurniture\tshare")
        for name, (count, right) in sorted(table.items(), key=lambda item: (item[0] in ("facts", "all others"), item[0])):
            print(f"{name}\t{count}\t{right}\t{right / count:.3f}")


if __name__ == "__main__":
    main()
