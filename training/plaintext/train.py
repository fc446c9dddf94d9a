#!/usr/bin/env python3
"""Fit the judge of plain-text lines and write its weights as a Swift file.

usage: train.py FEATURES.jsonl OUT.swift [--folds N]

FEATURES.jsonl has one object a document, {"path", "lines", "weights", "features", "hard"}: its path and what
`LineTrainingData` says of it; beside PATH.txt stands PATH.json with the true "text" (and "url").
Needs numpy and lightgbm (requirements.txt). The same input gives the same bytes: one thread, fixed seed.

--folds N also fits N times without a part of the hosts (a set without addresses counts as one host) and
prints the mean F1 over the sets for lines judged by weights that never saw their host.
"""
import argparse, base64, collections, json, pathlib, re, struct, urllib.parse
import lightgbm, numpy

SEED = 20261121
PARAMETERS = dict(
    objective="binary", learning_rate=0.05, num_leaves=16, max_bin=63, min_data_in_leaf=150,
    lambda_l2=30.0, feature_fraction=0.3, bagging_fraction=0.7, bagging_freq=1, num_threads=1,
    deterministic=True, force_row_wise=True, seed=SEED, verbose=-1)
ROUNDS = 150
# The service mixes the rules' own opinion in; it is among the features.
RULES_SHARE, RULES_FEATURE, BAR, INSIDE = 0.3, 37, 0.45, 0.05
TOKEN = re.compile(
    "[぀-ヿ㐀-鿿豈-﫿฀-๿]|[^\\W぀-ヿ㐀-鿿豈-﫿฀-๿]+")


def grams(words, size):
    return [tuple(words[i:i + size]) for i in range(max(0, len(words) - size + 1))]


def labels(lines, truth):
    """1 for each line that the truth holds: most of its 3-grams, each of them counted once."""
    want = {n: collections.Counter(grams(truth, n)) for n in (1, 2, 3)}
    ratios = []
    for words in lines:
        n = min(3, len(words))
        found = grams(words, n) if n else []
        ratios.append(sum(want[n][g] > 0 for g in found) / len(found) if found else 0.0)
    # The densest stretch is served first, so that a line that stands twice counts where the text is.
    sums, best, start, region = 0.0, 0.0, 0, (0, 0)
    for i, words in enumerate(lines):
        if sums <= 0:
            sums, start = 0.0, i
        sums += (ratios[i] - 0.5) * max(1, len(words)) if len(words) > 2 else 0.0
        if sums > best:
            best, region = sums, (start, i + 1)
    order = sorted(range(len(lines)), key=lambda i: not region[0] <= i < region[1])
    result = numpy.zeros(len(lines))
    left = {n: want[n].copy() for n in want}
    for i in order:
        words = lines[i]
        n = min(3, len(words))
        if n == 0 or ratios[i] <= 0.5:
            continue
        found = grams(words, n)
        if sum(left[n][g] > 0 for g in found) / len(found) <= 0.5:
            continue
        if n < 3 and not (region[0] <= i < region[1]):
            continue
        for size in (1, 2, 3):
            for g in grams(words, size):
                left[size][g] -= 1
        result[i] = 1
    return result


def load(path):
    documents = []
    for row in map(json.loads, open(path, encoding="utf-8")):
        page = pathlib.Path(row["path"])
        truth = json.loads(page.with_suffix(".json").read_text())
        words = TOKEN.findall(truth.get("text") or "")
        if not words or not row["lines"]:
            continue
        lines = [TOKEN.findall(line) for line in row["lines"]]
        tokens = numpy.array([len(line) for line in lines], float)
        weight = numpy.minimum(tokens / (len(words) + 0.15 * tokens.sum() + 1), 0.2)
        name = page.parent.name
        host = urllib.parse.urlsplit(truth.get("url") or "").hostname or name
        documents.append(dict(
            set=name, host=host, x=numpy.array(row["features"], numpy.float32), tokens=tokens,
            y=labels(lines, words), weight=weight, lines=lines, truth=words,
            hard=numpy.array(row["hard"], bool), size=numpy.array(row["weights"], float)))
    sizes = collections.Counter(d["set"] for d in documents)
    for d in documents:
        d["weight"] = d["weight"] * sizes[d["set"]] ** -0.9
    return documents


def fit(documents):
    x = numpy.concatenate([d["x"] for d in documents])
    y = numpy.concatenate([d["y"] for d in documents])
    w = numpy.concatenate([d["weight"] for d in documents])
    data = lightgbm.Dataset(x, y, weight=w / w.mean(), params=PARAMETERS)
    return lightgbm.train(PARAMETERS, data, ROUNDS)


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


def overlap(truth, found):
    a = collections.Counter(grams(truth, 4) or [tuple(truth)])
    b = collections.Counter(grams(found, 4) or [tuple(found)])
    hit = sum((a & b).values())
    return hit, sum(b.values()) - hit, sum(a.values()) - hit


def score(documents, judge):
    sets = collections.defaultdict(list)
    for d in documents:
        found = [word for i in numpy.flatnonzero(judge(d)) for word in d["lines"][i]]
        sets[d["set"]].append(overlap(d["truth"], found))
    result = {}
    for name, rows in sorted(sets.items()):
        p = numpy.mean([h / (h + e) for h, e, m in rows if h + e])
        r = numpy.mean([h / (h + m) for h, e, m in rows if h + m])
        result[name] = 2 * p * r / (p + r) if p + r else 0.0
    return result


def show(title, result):
    print(title, f"{numpy.mean(list(result.values())):.4f}",
          " ".join(f"{name} {value:.3f}" for name, value in result.items()))


def packed(model):
    """Per tree: count of inner nodes, then feature, threshold, left, right of each; then the leaves.

    A child below 128 is an inner node, 128 and more is leaf (child - 128)."""
    out = bytearray()
    trees = model.dump_model()["tree_info"]
    out += struct.pack("<H", len(trees))
    for tree in trees:
        nodes, leaves = [], []

        def walk(node):
            if "leaf_value" in node and "split_feature" not in node:
                leaves.append(node["leaf_value"])
                return 128 + len(leaves) - 1
            index = len(nodes)
            nodes.append(None)
            left, right = walk(node["left_child"]), walk(node["right_child"])
            assert node["decision_type"] == "<=" and node["missing_type"] == "None"
            nodes[index] = (node["split_feature"], node["threshold"], left, right)
            return index

        walk(tree["tree_structure"])
        out += struct.pack("<BB", len(nodes), len(leaves))
        for feature, threshold, left, right in nodes:
            out += struct.pack("<BfBB", feature, threshold, left, right)
        for leaf in leaves:
            out += struct.pack("<f", leaf)
    return bytes(out)


def write(path, data, note):
    text = base64.b64encode(data).decode()
    lines = [text[i:i + 2000] for i in range(0, len(text), 2000)]
    body = "\n".join("        " + line + " \\" for line in lines[:-1]) + f"\n        {lines[-1]}"
    body = body.replace(" \\\n", "\\\n")
    pathlib.Path(path).write_text(
        "/// Weights of `LineModel`, made by training/plaintext/train.py: not to be edited.\n"
        f"/// {note}\n"
        "enum LineModelWeights {\n"
        "    /// Base64 of the packed trees.\n"
        f"    static let packed = \"\"\"\n{body}\n        \"\"\"\n}}\n")


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("features")
    parser.add_argument("out")
    parser.add_argument("--folds", type=int, default=0)
    options = parser.parse_args()
    documents = load(options.features)
    show("oracle on lines", score(documents, lambda d: d["y"] > 0))
    note = f"{len(documents)} documents."
    if options.folds:
        hosts = sorted({d["host"] for d in documents})
        numpy.random.default_rng(SEED).shuffle(hosts)
        part = {host: i % options.folds for i, host in enumerate(hosts)}
        for fold in range(options.folds):
            model = fit([d for d in documents if part[d["host"]] != fold])
            for d in documents:
                if part[d["host"]] == fold:
                    d["p"] = model.predict(d["x"])
        result = score(documents, lambda d: choose(d, d["p"]))
        show("out of fold:", result)
        note += f" Mean F1 over the sets, out of fold: {numpy.mean(list(result.values())):.4f}."
    model = fit(documents)
    for d in documents:
        d["p"] = model.predict(d["x"])
    show("in sample:", score(documents, lambda d: choose(d, d["p"])))
    data = packed(model)
    write(options.out, data, note)
    print(len(data), "bytes packed")
    gain = sorted(zip(model.feature_importance("gain"), range(1000)), reverse=True)
    print("gain", [(i, round(float(g))) for g, i in gain[:25]])


if __name__ == "__main__":
    main()
