#!/usr/bin/env python3
"""Score whole extraction on pages, out of fold beside in-sample.

usage: score.py BENCH ARTICLES [--folds N] [--core INDEX.tsv]

Out of fold: each page is judged by weights that were fitted without its host (without its set where a page has no
address). In-sample: by the weights that the service ships. --core scores only the pages that INDEX.tsv (dataset, id,
bytes, core) marks with 1.
"""
import argparse, collections, json, pathlib, subprocess, sys, tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import pages, trees, train


def texts(bench, found, weights=None):
    """What extraction makes of the pages: the text by path."""
    lines = "".join(f"{path}\t{url}\n" for path, url in found)
    command = [bench, "extract"] + ([weights] if weights else [])
    run = subprocess.run(command, input=lines, stdout=subprocess.PIPE, text=True, check=True)
    rows = (json.loads(line) for line in run.stdout.splitlines())
    return {row["path"]: row.get("text") or "" for row in rows}


def core_pages(index):
    rows = [line.split("\t") for line in pathlib.Path(index).read_text().splitlines()[1:]]
    return {(row[0], row[1]) for row in rows if row[3] == "1"}


def figures(truths, answers):
    """F1 by set and by kind of page."""
    rows = collections.defaultdict(list)
    for path, truth in truths.items():
        name = pathlib.Path(path).parent.name
        row = pages.overlap(pages.tokens(truth["text"]), pages.tokens(answers.get(path, "")))
        rows[name].append(row)
        if truth.get("type"):
            rows[f"{name}: {truth['type']}"].append(row)
    return {name: (len(found), pages.f1(found)) for name, found in sorted(rows.items())}


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("bench")
    parser.add_argument("articles")
    parser.add_argument("--folds", type=int, default=4)
    parser.add_argument("--core")
    options = parser.parse_args()
    found = train.load(options.bench, options.articles)
    fold = pages.folds([page.host for page in found], options.folds)
    core = core_pages(options.core) if options.core else None
    truths = {}
    for path in sorted(pathlib.Path(options.articles).glob("*/*.html")):
        if core is not None and (path.parent.name, path.stem) not in core:
            continue
        truth = pages.truth_of(path) if path.with_suffix(".json").exists() else {}
        if (truth.get("text") or "").strip():
            truths[str(path)] = truth
    everything = [(path, truth.get("url") or "") for path, truth in truths.items()]
    inside = figures(truths, texts(options.bench, everything))
    answers = {}
    for part in range(options.folds):
        model = train.fit([page for page in found if fold[page.host] != part])
        mine = [(p, u) for p, u in everything if fold.get(pages.host_of(p, truths[p]), 0) == part]
        with tempfile.NamedTemporaryFile() as file:
            file.write(trees.packed(model))
            file.flush()
            answers.update(texts(options.bench, mine, file.name))
    outside = figures(truths, answers)
    print("set\tpages\tout of fold\tin-sample")
    for name, (count, value) in outside.items():
        print(f"{name}\t{count}\t{value:.4f}\t{inside[name][1]:.4f}")
    mean = lambda table: sum(v for n, (c, v) in table.items() if ":" not in n) / sum(":" not in n for n in table)
    print(f"mean\t{len(truths)}\t{mean(outside):.4f}\t{mean(inside):.4f}")


if __name__ == "__main__":
    main()
