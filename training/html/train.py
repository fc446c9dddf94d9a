#!/usr/bin/env python3
"""Fit the judge of a page's passages and write its weights.

usage: train.py BENCH ARTICLES [OUT.swift]

BENCH is the built `briefbench`, ARTICLES a folder of SET/ID.html with the truth beside it in SET/ID.json: "text",
or "with" and "without", snippets that must and must not stand in the article; "url".
Needs numpy and lightgbm (requirements.txt). The same input gives the same bytes: the seed and the order are fixed.
"""
import base64, collections, json, pathlib, subprocess, sys
import numpy

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import pages, trees

OUT = "Sources/ArticleExtraction/Judge/BodyJudgeWeights.swift"
PARAMETERS = dict(
    objective="binary", learning_rate=0.1, num_leaves=24, max_bin=63, min_data_in_leaf=100, lambda_l2=20.0,
    feature_fraction=0.4, bagging_fraction=0.8, bagging_freq=1, num_threads=2, deterministic=True,
    force_row_wise=True, seed=pages.SEED, verbose=-1)
ROUNDS = 140


class Page:
    """One page: a row of figures and a label a passage. Snippets label only the passages they stand in."""

    def __init__(self, row, truth):
        self.path = row["path"]
        self.set = pathlib.Path(self.path).parent.name
        self.host = pages.host_of(self.path, truth)
        passages = [pages.tokens(text) for text in row["texts"]]
        values = numpy.frombuffer(base64.b64decode(row["features"]), numpy.float32)
        x = values.reshape(len(passages), -1)
        length = numpy.array([len(words) for words in passages], numpy.float32)
        words = pages.tokens(truth.get("text"))
        if words:
            self.x, self.y = x, pages.labels(passages, words)
            self.weight = numpy.minimum(length / (len(words) + 0.15 * length.sum() + 1), 0.2)
        else:
            keep = [pages.spaced(s) for s in truth.get("with") or []]
            drop = [pages.spaced(s) for s in truth.get("without") or []]
            kept = numpy.array([any(s in text for s in keep) for text in row["texts"]], bool)
            dropped = numpy.array([any(s in text for s in drop) for text in row["texts"]], bool)
            known = kept | dropped
            self.x, self.y = x[known], kept[known].astype(numpy.float32)
            # What must not stand there are mostly short lines, which an analyst minds as much as long ones.
            self.weight = numpy.clip(length[known], 25, 50) / 250


def load(bench, articles):
    """All pages below a folder that have a truth, in the order of their paths."""
    truths = pages.truths_below(articles, snippets=True)
    lines = "".join(f"{path}\t{truth.get('url') or ''}\n" for path, truth in truths.items())
    run = subprocess.Popen([bench, "passages"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    # The exporter reads all of its input before it writes.
    run.stdin.write(lines)
    run.stdin.close()
    rows = (json.loads(line) for line in run.stdout)
    found = [Page(row, truths[row["path"]]) for row in rows if row["texts"]]
    if run.wait() != 0:
        sys.exit(f"{bench} passages failed: build it with 'make release' and try again")
    sizes = collections.Counter(page.set for page in found)
    for page in found:
        page.weight = page.weight * sizes[page.set] ** -0.9
    return found


def fit(found):
    return trees.fit(
        numpy.concatenate([page.x for page in found]), numpy.concatenate([page.y for page in found]),
        numpy.concatenate([page.weight for page in found]), PARAMETERS, ROUNDS)


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    found = load(sys.argv[1], sys.argv[2])
    data = trees.packed(fit(found))
    out = sys.argv[3] if len(sys.argv) > 3 else OUT
    trees.write_swift(out, "BodyJudge", "training/html/train.py", data)
    print(f"{len(found)} pages, {sum(len(page.y) for page in found)} passages, {len(data)} bytes -> {out}")


if __name__ == "__main__":
    main()
