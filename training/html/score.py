#!/usr/bin/env python3
"""Score whole extraction on pages, out of fold beside in-sample.

usage: score.py BENCH ARTICLES [--folds N] [--core INDEX.tsv]

A page has a true text, or snippets that must and must not stand in the answer. Out of fold: each page is judged by
weights that were fitted without its host (without its set where a page has no address). In-sample: by the weights that
the service ships. --core scores only the pages that INDEX.tsv (dataset, id, bytes, core) marks with 1.
"""
import argparse, collections, pathlib, sys

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


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("bench")
    parser.add_argument("articles")
    parser.add_argument("--folds", type=int, default=4)
    parser.add_argument("--core")
    options = parser.parse_args()
    truths = pages.truths_below(options.articles, snippets=True)
    if options.core:
        core = core_pages(options.core)
        truths = {p: t for p, t in truths.items() if (pathlib.Path(p).parent.name, pathlib.Path(p).stem) in core}
    inside = figures(truths, held_out.extracted(options.bench, truths))
    outside = figures(truths, held_out.out_of_fold(options.bench, options.articles, truths, options.folds))
    print("set\tpages\tout of fold\tin-sample")
    for name, (count, value) in outside.items():
        print(f"{name}\t{count}\t{value:.4f}\t{inside[name][1]:.4f}")
    mean = lambda table: sum(v for n, (c, v) in table.items() if ":" not in n) / sum(":" not in n for n in table)
    count = sum(c for n, (c, v) in outside.items() if ":" not in n)
    print(f"mean\t{count}\t{mean(outside):.4f}\t{mean(inside):.4f}")


if __name__ == "__main__":
    main()
