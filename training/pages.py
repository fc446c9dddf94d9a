"""The pages that are learned from and scored on: their truth, their words, and figures over sets."""
import collections, json, pathlib, re, urllib.parse
import numpy

SEED = 20261121
TOKEN = re.compile(
    "[぀-ヿ㐀-鿿豈-﫿฀-๿]|[^\\W぀-ヿ㐀-鿿豈-﫿฀-๿]+")


def tokens(text):
    return TOKEN.findall(text or "")


def spaced(text):
    return re.sub(r"\s+", " ", text or "").strip()


def grams(words, size):
    return [tuple(words[i:i + size]) for i in range(max(0, len(words) - size + 1))]


def truth_of(page):
    return json.loads(pathlib.Path(page).with_suffix(".json").read_text())


def truths_below(articles, snippets=False):
    """What is known of every page that has a true text, by its path, in the order of the paths.

    snippets: also of those of which only pieces are known that must, and must not, stand there."""
    found = {}
    for path in sorted(pathlib.Path(articles).glob("*/*.html")):
        truth = truth_of(path) if path.with_suffix(".json").exists() else {}
        if (truth.get("text") or "").strip() or snippets and truth.get("with"):
            found[str(path)] = truth
    return found


def snippets(truth, text):
    """Pieces that must stand in a text and do, that must not and do, that must and do not."""
    whole = spaced(text)
    hit = sum(spaced(piece) in whole for piece in truth.get("with") or [])
    extra = sum(spaced(piece) in whole for piece in truth.get("without") or [])
    return hit, extra, len(truth.get("with") or []) - hit


def host_of(page, truth):
    """What a page must not be judged by weights that saw: its host; without an address all of its set."""
    host = urllib.parse.urlsplit(truth.get("url") or "").hostname
    return host or "set:" + pathlib.Path(page).parent.name


def folds(hosts, count):
    """A fold for each host; the sets without addresses are dealt out in turn."""
    sizes = collections.Counter(hosts)
    sets = sorted((h for h in sizes if h.startswith("set:")), key=lambda h: (-sizes[h], h))
    others = sorted(h for h in sizes if not h.startswith("set:"))
    numpy.random.default_rng(SEED).shuffle(others)
    return {h: i % count for part in (others, sets) for i, h in enumerate(part)}


def labels(passages, truth):
    """1 for each passage that the truth holds: most of its 3-grams, each of them counted once."""
    want = {n: collections.Counter(grams(truth, n)) for n in (1, 2, 3)}
    ratios = []
    for words in passages:
        n = min(3, len(words))
        found = grams(words, n) if n else []
        ratios.append(sum(want[n][g] > 0 for g in found) / len(found) if found else 0.0)
    # The densest stretch is served first, so that a passage that stands twice counts where the text is.
    sums, best, start, region = 0.0, 0.0, 0, (0, 0)
    for i, words in enumerate(passages):
        if sums <= 0:
            sums, start = 0.0, i
        sums += (ratios[i] - 0.5) * max(1, len(words)) if len(words) > 2 else 0.0
        if sums > best:
            best, region = sums, (start, i + 1)
    result = numpy.zeros(len(passages), numpy.float32)
    left = {n: want[n].copy() for n in want}
    for i in sorted(range(len(passages)), key=lambda i: not region[0] <= i < region[1]):
        words = passages[i]
        n = min(3, len(words))
        if n == 0 or ratios[i] <= 0.5 or (n < 3 and not region[0] <= i < region[1]):
            continue
        found = grams(words, n)
        if sum(left[n][g] > 0 for g in found) / len(found) <= 0.5:
            continue
        for size in (1, 2, 3):
            for g in grams(words, size):
                left[size][g] -= 1
        result[i] = 1
    return result


def overlap(truth, found):
    """4-grams that both have, that only the answer has, that only the truth has."""
    a = collections.Counter(grams(truth, 4) or ([tuple(truth)] if truth else []))
    b = collections.Counter(grams(found, 4) or ([tuple(found)] if found else []))
    hit = sum((a & b).values())
    return hit, sum(b.values()) - hit, sum(a.values()) - hit


def f1(rows):
    """F1 of the mean precision and the mean recall, as web extraction benchmarks have it."""
    p = numpy.mean([h / (h + e) for h, e, m in rows if h + e] or [0.0])
    r = numpy.mean([h / (h + m) for h, e, m in rows if h + m] or [0.0])
    return float(2 * p * r / (p + r)) if p + r else 0.0
