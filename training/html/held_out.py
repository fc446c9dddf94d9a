"""Extractions of pages by weights that were fitted without their hosts."""
import json, subprocess, tempfile
import pages, train, trees


def extracted(bench, truths, weights=None):
    """Rows of {"path", "text", "quality"}, one a page; by the weights that are shipped, or by those of a file.

    truths: what is known of each page, by its path; only its address is told."""
    lines = "".join(f"{path}\t{truth.get('url') or ''}\n" for path, truth in truths.items())
    command = [bench, "extract"] + ([weights] if weights else [])
    run = subprocess.run(command, input=lines, stdout=subprocess.PIPE, text=True, check=True)
    return [json.loads(line) for line in run.stdout.splitlines()]


def out_of_fold(bench, articles, truths, count):
    """The same, each page by weights of `count` that were fitted without its host."""
    found = train.load(bench, articles)
    fold = pages.folds([page.host for page in found], count)
    rows = []
    for part in range(count):
        model = train.fit([page for page in found if fold[page.host] != part])
        mine = {p: t for p, t in truths.items() if fold.get(pages.host_of(p, t), 0) == part}
        with tempfile.NamedTemporaryFile() as file:
            file.write(trees.packed(model))
            file.flush()
            rows += extracted(bench, mine, file.name)
    return rows
