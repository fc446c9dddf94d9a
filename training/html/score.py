#!/usr/bin/env python3
"""Score whole extraction on pages, out of fold beside in-sample.

usage: score.py BENCH ARTICLES [--folds N] [--core INDEX.tsv]

A page has a true text, or snippets that must and must not stand in the answer. Out of fold: each page is judged by
weights that were fitted without its host (without its set where a page has no address). In-sample: by the weights that
the service ships. --core scores only the pages that INDEX.tsv (dataset, id, bytes, core) marks with 1.

Facts are counted beside: right, missing (none was found), wrong (another than the truth's). A wrong one is worse than none
and counts twice against the score, which is (right - 2 wrong) of all. --wrong prints the wrong ones.
"""
import argparse, collections, html, pathlib, re, sys, unicodedata

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import held_out, pages


def core_pages(index):
    rows = [line.split("\t") for line in pathlib.Path(index).read_text().splitlines()[1:]]
    return {(row[0], row[1]) for row in rows if row[3] == "1"}


def snippets_f1(counts):
    hit, extra, missed = map(sum, zip(*counts))
    return 2 * hit / max(1, 2 * hit + extra + missed)


def figures(truths, extracted):
    """F1 by set and by kind of page; over snippets where no true text is known."""
    answers = {row["path"]: row.get("text") or "" for row in extracted}
    rows, snippets = collections.defaultdict(list), collections.defaultdict(list)
    for path, truth in truths.items():
        name = pathlib.Path(path).parent.name
        if not (truth.get("text") or "").strip():
            snippets[f"{name}: snippets"].append(pages.snippets(truth, answers.get(path, "")))
            continue
        row = pages.overlap(pages.tokens(truth["text"]), pages.tokens(answers.get(path, "")))
        rows[name].append(row)
        if truth.get("type"):
            rows[f"{name}: {truth['type']}"].append(row)
    return {
        **{name: (len(found), pages.f1(found)) for name, found in sorted(rows.items())},
        **{name: (len(found), snippets_f1(found)) for name, found in sorted(snippets.items())},
    }


def folded(text):
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", html.unescape(text or "")).casefold()))


def names(texts):
    parts = [part for text in texts for part in re.split(r"[;,|/]| and | und | et | & ", text or "")]
    return {folded(re.sub(r"(?i)^(by|von|par) ", "", part.strip())) for part in parts} - {""}


def fact_of(kind, truth, row):
    """How a fact was found: "right", "missing" or "wrong"; None where the truth knows none."""
    if not truth.get({"authors": "author", "published": "date"}.get(kind, kind)):
        return None
    found = row.get(kind)
    if not found:
        return "missing"
    if kind == "title":
        isRight = folded(truth["title"]) == folded(found)
    elif kind == "published":
        isRight = found[:10] == truth["date"]
    else:
        isRight = names([truth["author"]]) == names(found)
    return "right" if isRight else "wrong"


def print_facts(truths, extracted, shows_wrong):
    counts = collections.defaultdict(collections.Counter)
    wrong = []
    for row in extracted:
        truth = truths[row["path"]]
        for kind in ("title", "authors", "published"):
            how = fact_of(kind, truth, row)
            if how:
                counts[kind][how] += 1
            if how == "wrong":
                stated = truth.get({"authors": "author", "published": "date"}.get(kind, kind))
                wrong.append((kind, row["path"], stated, row[kind]))
    print("fact\tright\tmissing\twrong\tscore")
    for kind, found in counts.items():
        score = (found["right"] - 2 * found["wrong"]) / max(1, sum(found.values()))
        print(f"{kind}\t{found['right']}\t{found['missing']}\t{found['wrong']}\t{score:.4f}")
    for kind, path, stated, found in wrong if shows_wrong else ():
        print(f"wrong {kind}\t{path}\t{stated}\t{found}")


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("bench")
    parser.add_argument("articles")
    parser.add_argument("--folds", type=int, default=4)
    parser.add_argument("--core")
    parser.add_argument("--wrong", action="store_true")
    options = parser.parse_args()
    truths = pages.truths_below(options.articles, snippets=True)
    if options.core:
        core = core_pages(options.core)
        truths = {p: t for p, t in truths.items() if (pathlib.Path(p).parent.name, pathlib.Path(p).stem) in core}
    rows = held_out.extracted(options.bench, truths)
    inside = figures(truths, rows)
    outside = figures(truths, held_out.out_of_fold(options.bench, options.articles, truths, options.folds))
    print("set\tpages\tout of fold\tin-sample")
    for name, (count, value) in outside.items():
        print(f"{name}\t{count}\t{value:.4f}\t{inside[name][1]:.4f}")
    mean = lambda table: sum(v for n, (c, v) in table.items() if ":" not in n) / sum(":" not in n for n in table)
    count = sum(c for n, (c, v) in outside.items() if ":" not in n)
    print(f"mean\t{count}\t{mean(outside):.4f}\t{mean(inside):.4f}")
    # Weights choose bodies, not facts: those of the service stand for all.
    print_facts(truths, rows, options.wrong)


if __name__ == "__main__":
    main()
