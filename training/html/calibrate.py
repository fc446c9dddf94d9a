#!/usr/bin/env python3
"""Fit the scale that turns the judge's expected F1 into the quality that articles bear.

usage: calibrate.py BENCH ARTICLES [--folds N] [--answers FILE] [--out OUT.swift]

Each page is judged by weights fitted without its host, its F1 against the truth is taken (4-grams), and the mean F1
over the expected one is fitted by a monotone line of few pieces. The report says, by tenths of the pages, what was
expected and what came out, with scales that were fitted without the page's host as well.
--answers takes such extractions (JSON lines: path, text, quality) instead of making them.
"""
import argparse, json, pathlib, sys
import numpy

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import held_out, pages

OUT = "Sources/ArticleExtraction/Judge/QualityScale.swift"
# Where the inner knots lie, as shares of the pages: closest where pages are bad, which is what is looked for.
KNOTS = (0.02, 0.06, 0.15, 0.35, 0.65)


def rising(values, weights):
    """The nearest values that never fall (pool adjacent violators)."""
    blocks = []
    for value, weight in zip(values, weights):
        blocks.append([value, weight, 1])
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            value, weight, size = blocks.pop()
            last = blocks[-1]
            last[0] = (last[0] * last[1] + value * weight) / (last[1] + weight)
            last[1] += weight
            last[2] += size
    return numpy.concatenate([[value] * size for value, _, size in blocks])


def fit(expected, reached):
    """Knots at shares of the pages, and the values there: least squares, then made to rise."""
    inner = numpy.quantile(expected, KNOTS)
    knots = numpy.unique(numpy.round(numpy.concatenate([[0.0], inner, [1.0]]), 3))
    basis = numpy.stack([numpy.interp(expected, knots, row) for row in numpy.eye(len(knots))], 1)
    # A pull of one page towards the expected value, for knots that have few pages.
    rows = numpy.concatenate([basis, numpy.eye(len(knots))])
    values = numpy.linalg.lstsq(rows, numpy.concatenate([reached, knots]), rcond=None)[0]
    values = rising(values, basis.sum(0) + 1)
    return knots, numpy.round(numpy.clip(values, 0, 1), 3)


def report(scaled, reached, expected):
    """Tenths of the pages by what is said of them."""
    print("pages\traw\tquality\tmean F1\terror")
    total = 0.0
    for part in numpy.array_split(numpy.argsort(scaled, kind="stable"), 10):
        row = expected[part].mean(), scaled[part].mean(), reached[part].mean()
        total += abs(row[1] - row[2]) * len(part)
        print(f"{len(part)}\t{row[0]:.3f}\t{row[1]:.3f}\t{row[2]:.3f}\t{row[1] - row[2]:+.3f}")
    rank = lambda v: numpy.argsort(numpy.argsort(v, kind="stable"), kind="stable")
    print(f"calibration error {total / len(scaled):.4f}"
          f"\trank correlation {numpy.corrcoef(rank(scaled), rank(reached))[0, 1]:.3f}")
    for name, low in (("below 0.5", scaled < 0.5), ("0.5 and more", scaled >= 0.5)):
        print(f"{name}: {low.sum()} pages, mean F1 {reached[low].mean() if low.any() else 0:.3f},"
              f" {(reached[low] < 0.5).sum()} of them below 0.5")


def write_swift(path, knots, values):
    points = ",\n".join(f"        ({k:.3f}, {v:.3f})" for k, v in zip(knots, values))
    pathlib.Path(path).write_text(f"""\
/// Turns the F1 that the judge expects of its choice into the mean F1 of pages of which it expects as much. Made by
/// training/html/calibrate.py from pages that the judge had not learned from: not to be edited.
struct QualityScale: Sendable {{
    /// Rising, from 0 to 1; between them the scale is straight.
    let points: [(expected: Float, mean: Float)]

    static let shared = QualityScale(points: [
{points},
    ])

    /// Gives back what it is given: what training learns the scale from.
    static let none = QualityScale(points: [(0, 0), (1, 1)])

    /// - Parameter expected: 0 to 1.
    func quality(of expected: Float) -> Float {{
        for (low, high) in zip(points, points.dropFirst()) where expected <= high.expected {{
            let share = (expected - low.expected) / (high.expected - low.expected)
            return low.mean + max(0, share) * (high.mean - low.mean)
        }}
        return points.last?.mean ?? expected
    }}
}}
""")


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("bench")
    parser.add_argument("articles")
    parser.add_argument("--folds", type=int, default=4)
    parser.add_argument("--answers")
    parser.add_argument("--out", default=OUT)
    options = parser.parse_args()
    truths = pages.truths_below(options.articles)
    if options.answers:
        answers = [json.loads(line) for line in pathlib.Path(options.answers).read_text().splitlines()]
    else:
        answers = held_out.out_of_fold(options.bench, options.articles, truths, options.folds)
    rows = [row for row in answers if row["path"] in truths and row.get("text")]
    rows.sort(key=lambda row: row["path"])
    expected = numpy.array([row["quality"] for row in rows])
    reached = numpy.array([
        pages.f1([pages.overlap(pages.tokens(truths[row["path"]]["text"]), pages.tokens(row["text"]))])
        for row in rows])
    hosts = [pages.host_of(row["path"], truths[row["path"]]) for row in rows]
    fold = pages.folds(hosts, options.folds)
    part = numpy.array([fold[host] for host in hosts])
    scaled = numpy.zeros(len(rows))
    for number in range(options.folds):
        mine = part == number
        scaled[mine] = numpy.interp(expected[mine], *fit(expected[~mine], reached[~mine]))
    print(f"{len(rows)} pages")
    report(scaled, reached, expected)
    write_swift(options.out, *fit(expected, reached))


if __name__ == "__main__":
    main()
