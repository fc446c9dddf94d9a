#!/usr/bin/env python3
"""Fit the judge of plain-text lines and write its weights as a Swift file.

usage: train.py FEATURES.jsonl OUT.swift [--more FEATURES.jsonl] [--folds N]

FEATURES.jsonl has one object a document, {"path", "lines", "weights", "features", "words", "hard"}: its path and
what `LineTrainingData` says of it; beside PATH.txt stands PATH.json with the true "text" (and "url"). --more names
documents to learn from besides, the pages that render.py wrote; one that is among the first is left out, but its
address is used. Needs numpy and lightgbm (requirements.txt). The same input gives the same bytes: one thread a model,
fixed seed.

--folds N also fits N times without a part of the hosts (a set without addresses counts as one host) and
prints the mean F1 over the sets for lines judged by weights that never saw their host.
"""
import argparse, collections, json, multiprocessing, pathlib, sys, urllib.parse
import numpy

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import pages, trees

PARAMETERS = dict(
    objective="binary", learning_rate=0.05, num_leaves=24, max_bin=63, min_data_in_leaf=120,
    lambda_l2=30.0, feature_fraction=0.3, bagging_fraction=0.7, bagging_freq=1, num_threads=1,
    deterministic=True, force_row_wise=True, seed=pages.SEED, verbose=-1)
ROUNDS = 280
DOCUMENTS = []
# The service mixes the rules' own opinion in; it is among the features.
RULES_SHARE, RULES_FEATURE, BAR, INSIDE = 0.3, 37, 0.45, 0.25
# The last figures of a line are its words' (`LineLexicon`): their weights are learned here too.
LEXICAL, LEXICON_SIZE, LEXICON_PRIOR = 7, 16384, 3.0


def load(path, judged):
    documents = []
    for row in map(json.loads, open(path, encoding="utf-8")):
        page = pathlib.Path(row["path"])
        truth = pages.truth_of(page)
        words = pages.tokens(truth.get("text"))
        if not words or not row["lines"]:
            continue
        lines = [pages.tokens(line) for line in row["lines"]]
        tokens = numpy.array([len(line) for line in lines], float)
        name = page.parent.name
        host = urllib.parse.urlsplit(truth.get("url") or "").hostname or name
        y = pages.labels(lines, words)
        numbers = numpy.array([w for line in row["words"] for w in line], numpy.int32)
        lengths = numpy.array([len(line) for line in row["words"]])
        seen = numpy.bincount(numbers, minlength=LEXICON_SIZE)
        inside = numpy.bincount(numbers, weights=numpy.repeat(y, lengths), minlength=LEXICON_SIZE)
        known = numpy.flatnonzero(seen)
        documents.append(dict(
            set=name, id=page.stem, host=host.removeprefix("www."), judged=judged,
            x=numpy.array(row["features"], numpy.float32), tokens=tokens, y=y,
            weight=numpy.minimum(tokens / (len(words) + 0.15 * tokens.sum() + 1), 0.2),
            lines=lines, truth=words, hard=numpy.array(row["hard"], bool),
            size=numpy.array(row["weights"], float), numbers=numbers, lengths=lengths,
            known=known, share=inside[known] / seen[known]))
    return documents


def join(documents, more):
    """All documents, each once, with the addresses that either side knows, and with their sets in balance."""
    address = {(d["set"], d["id"]): d["host"] for d in more}
    for d in documents:
        d["host"] = address.get((d["set"], d["id"]), d["host"])
    own = {(d["set"], d["id"]) for d in documents}
    documents = documents + [d for d in more if (d["set"], d["id"]) not in own]
    sizes = collections.Counter(d["set"] for d in documents)
    for d in documents:
        d["weight"] = d["weight"] * sizes[d["set"]] ** -0.9 * (1.5 if d["judged"] else 1.0)
    return documents


def odds(counts):
    """Sixteenths of the logarithm of the odds that a line with the word is the article's."""
    return numpy.clip(numpy.round(
        16 * numpy.log((counts[0] + LEXICON_PRIOR) / (counts[1] + LEXICON_PRIOR))), -127, 127)


def count_words(documents):
    """For each host, and for each word, how much stands in articles and how much elsewhere."""
    sizes = collections.Counter(d["host"] for d in documents)
    hosts = collections.defaultdict(lambda: numpy.zeros((2, LEXICON_SIZE)))
    for d in documents:
        share = sizes[d["host"]] ** -0.5
        hosts[d["host"]][0][d["known"]] += share * d["share"]
        hosts[d["host"]][1][d["known"]] += share * (1 - d["share"])
    return hosts


def read_words(document, weights):
    """What `LineLexicon.figures` says of each line."""
    lengths, n = document["lengths"], len(document["lengths"])
    values = weights[document["numbers"]] / 16
    ends = numpy.cumsum(lengths)
    starts, sums = ends - lengths, numpy.concatenate([[0], numpy.cumsum(values)])
    rows, some = numpy.zeros((n, LEXICAL), numpy.float32), lengths > 0
    if some.any():
        rows[some, 0] = (sums[ends] - sums[starts])[some] / lengths[some]
        rows[some, 1] = numpy.minimum.reduceat(values, starts[some])
        rows[some, 2] = numpy.maximum.reduceat(values, starts[some])
        first = numpy.minimum(3, lengths)
        rows[some, 3] = (sums[starts + first] - sums[starts])[some] / first[some]
    means, at = numpy.concatenate([[0], numpy.cumsum(rows[:, 0], dtype=float)]), numpy.arange(n)
    for column, low, high in ((4, -3, 0), (5, 1, 4), (6, -8, 9)):
        a, b = numpy.clip(at + low, 0, n), numpy.clip(at + high, 0, n)
        rows[:, column] = (means[b] - means[a]) / numpy.maximum(1, b - a)
    document["x"][:, -LEXICAL:] = rows


def fit(documents):
    """The trees and the weights of words. A document that trees learn from has its words weighed without its host."""
    hosts = count_words(documents)
    total = sum(hosts[host] for host in sorted(hosts))
    by_host = collections.defaultdict(list)
    for d in documents:
        by_host[d["host"]].append(d)
    for host, own in sorted(by_host.items()):
        weights = odds(total - hosts[host])
        for d in own:
            read_words(d, weights)
    x = numpy.concatenate([d["x"] for d in documents])
    y = numpy.concatenate([d["y"] for d in documents])
    w = numpy.concatenate([d["weight"] for d in documents])
    return trees.fit(x, y, w, PARAMETERS, ROUNDS), odds(total)


def judge(model, lexicon, documents):
    result = []
    for d in documents:
        read_words(d, lexicon)
        result.append(model.predict(d["x"], num_threads=1))
    return result


def judge_fold(fold):
    """Judges the documents of a fold by weights that never saw their hosts."""
    inside = [d for d in DOCUMENTS if d["fold"] == fold and d["judged"]]
    return judge(*fit([d for d in DOCUMENTS if d["fold"] != fold]), inside)


def divide(documents, count):
    """Gives every document the fold of its host; folds have about as many judged documents."""
    sizes = collections.Counter(d["host"] for d in documents if d["judged"])
    hosts = sorted({d["host"] for d in documents})
    numpy.random.default_rng(pages.SEED).shuffle(hosts)
    loads, fold = [0.0] * count, {}
    for host in sorted(hosts, key=lambda host: -sizes[host]):
        fold[host] = loads.index(min(loads))
        loads[fold[host]] += sizes[host] + 0.05
    for d in documents:
        d["fold"] = fold[d["host"]]


def choose(document, p):
    """The lines that the service would keep: within the heaviest run, but for furniture."""
    p = RULES_SHARE * document["x"][:, RULES_FEATURE] + (1 - RULES_SHARE) * p
    sums, best, start, region = 0.0, 0.0, 0, (0, 0)
    for i in range(len(p)):
        if sums <= 0:
            sums, start = 0.0, i
        sums += (p[i] - BAR) * max(1, document["size"][i])
        if sums > best:
            best, region = sums, (start, i + 1)
    kept = numpy.zeros(len(p), bool)
    kept[region[0]:region[1]] = p[region[0]:region[1]] > INSIDE
    return kept & ~document["hard"]


def score(documents, judge):
    sets = collections.defaultdict(list)
    for d in documents:
        found = [word for i in numpy.flatnonzero(judge(d)) for word in d["lines"][i]]
        sets[d["set"]].append(pages.overlap(d["truth"], found))
    return {name: pages.f1(rows) for name, rows in sorted(sets.items())}


def show(title, result):
    print(title, f"{numpy.mean(list(result.values())):.4f}",
          " ".join(f"{name} {value:.3f}" for name, value in result.items()))


def write(path, packed, lexicon, note):
    pathlib.Path(path).write_text(
        "/// Weights of `LineModel`, made by training/plaintext/train.py: not to be edited.\n"
        f"/// {note}\n"
        "enum LineModelWeights {\n"
        "    /// Base64 of the packed trees.\n"
        f"    static let packed = {trees.quoted(packed)}\n"
        "    /// Base64 of the weights of `LineLexicon`.\n"
        f"    static let lexicon = {trees.quoted(lexicon)}\n"
        "}\n")


def main():
    global DOCUMENTS
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("features")
    parser.add_argument("out")
    parser.add_argument("--more")
    parser.add_argument("--folds", type=int, default=0)
    options = parser.parse_args()
    DOCUMENTS = join(load(options.features, True), load(options.more, False) if options.more else [])
    judged = [d for d in DOCUMENTS if d["judged"]]
    show("oracle on lines", score(judged, lambda d: d["y"] > 0))
    note = f"{len(judged)} texts and {len(DOCUMENTS) - len(judged)} pages."
    if options.folds:
        divide(DOCUMENTS, options.folds)
        with multiprocessing.Pool(2) as pool:
            folds = pool.map(judge_fold, range(options.folds), chunksize=1)
        for fold, found in enumerate(folds):
            for d, p in zip([d for d in judged if d["fold"] == fold], found):
                d["p"] = p
        show("out of fold:", score(judged, lambda d: choose(d, d["p"])))
    model, lexicon = fit(DOCUMENTS)
    for d, p in zip(judged, judge(model, lexicon, judged)):
        d["p"] = p
    show("in sample:", score(judged, lambda d: choose(d, d["p"])))
    data = trees.packed(model)
    words = lexicon.astype(numpy.int8).tobytes()
    write(options.out, data, words, note)
    print(len(data), "bytes of trees,", len(words), "bytes of words")
    gain = sorted(zip(model.feature_importance("gain"), range(1000)), reverse=True)
    print("gain", [(i, round(float(g))) for g, i in gain[:25]])


if __name__ == "__main__":
    main()
