"""Writes COUNT made-up articles, no two alike, into FOLDER: PREFIX-NUMBER.html, each moved in whole."""
import os
import random
import sys

WORDS = """harbour bridge council ferry winter granary signal valley ledger timber railway orchard museum lantern
quarry archive meadow turbine parish canal foundry market school engine village tunnel station library committee
budget surveyor captain mayor teacher farmer repaired measured opened discussed delayed promised counted painted
carried replaced crossed examined refused published northern quiet narrow ancient wooden public annual late""".split()


def sentence(rng):
    words = [rng.choice(WORDS) for _ in range(rng.randint(9, 17))]
    return " ".join(["The"] + words) + "."


def article(key):
    rng = random.Random(key)
    title = " ".join(rng.choice(WORDS) for _ in range(5)).capitalize()
    paragraphs = "".join(
        "<p>" + " ".join(sentence(rng) for _ in range(5)) + "</p>\n" for _ in range(8))
    return f"""<!doctype html><html lang="en"><head><title>{title} {key}</title></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>{title} {key}</h1>
{paragraphs}</article><footer>Imprint</footer></body></html>
"""


def main():
    count, prefix, folder = int(sys.argv[1]), sys.argv[2], sys.argv[3]
    for number in range(1, count + 1):
        key = f"{prefix}-{number}"
        temporary, name = f"{folder}/.{key}.new", f"{folder}/{key}.html"
        with open(temporary, "w") as file:
            file.write(article(key))
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, 0o664)
        os.rename(temporary, name)
        folder_fd = os.open(folder, os.O_RDONLY)
        os.fsync(folder_fd)
        os.close(folder_fd)
        print(key, flush=True)


if __name__ == "__main__":
    main()
