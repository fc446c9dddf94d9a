#!/usr/bin/env python3
"""Write pages as the plain text that a browser copies, to learn from.

usage: render.py ARTICLES OUT

ARTICLES has SET/ID.html with the truth, "text" and "url", in SET/ID.json beside it. Each page whose truth has a
text becomes OUT/SET/ID.txt, and its truth OUT/SET/ID.json. Needs lxml (requirements.txt).
"""
import json, pathlib, re, sys
import lxml.html

SKIPPED = {
    "script", "style", "noscript", "template", "head", "select", "textarea", "iframe", "object", "svg",
    "audio", "video", "canvas", "datalist", "map", "math", "title", "meta", "link"}
SPACED = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "dl", "figure", "fieldset", "hr"}
BLOCKS = SPACED | {
    "address", "article", "aside", "body", "center", "dd", "details", "dialog", "dir", "div", "dt", "figcaption",
    "footer", "form", "header", "hgroup", "legend", "li", "main", "menu", "nav", "ol", "section", "summary",
    "table", "caption", "tbody", "thead", "tfoot", "tr", "ul", "search", "option"}
LISTS = {"ul", "ol", "menu", "dir"}
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


class Writer:
    """Lines as they come, with at most one blank line between blocks."""

    def __init__(self):
        self.lines, self.text, self.blank, self.prefix = [], "", False, None

    def close(self, blank=False):
        text = self.text.rstrip()
        if text.strip():
            if self.blank and self.lines:
                self.lines.append("")
            self.blank = False
            if self.prefix is not None:
                text, self.prefix = self.prefix + text.lstrip(), None
            self.lines.append(text)
        self.text = ""
        self.blank = self.blank or blank

    def write(self, text, keeps=False):
        if keeps:
            for i, line in enumerate(text.split("\n")):
                if i:
                    self.close()
                self.text += line
            return
        text = re.sub(r"[ \t\r\n\f]+", " ", text)
        if not self.text or self.text[-1] in " \t":
            text = text.lstrip(" ")
        self.text += text


def walk(node, writer, depth, keeps):
    name = node.tag
    if not isinstance(name, str) or name in SKIPPED or node.get("hidden") is not None:
        return
    if HIDDEN.search(node.get("style") or "") or (name == "input"):
        return
    if name == "br":
        writer.close()
        return
    block = name in BLOCKS
    spaced = name in SPACED or (name in LISTS and depth == 0)
    if block:
        writer.close(spaced)
    if name == "li":
        number = ""
        if node.getparent() is not None and node.getparent().tag == "ol":
            number = f"{1 + sum(1 for _ in node.itersiblings('li', preceding=True))}. "
        writer.prefix = " " * (4 * max(1, depth) - 2) + (number or "• ")
    if name in ("td", "th") and writer.text.strip():
        writer.text += "\t"
    if node.text:
        writer.write(node.text, keeps or name == "pre")
    for child in node:
        walk(child, writer, depth + (name in LISTS), keeps or name == "pre")
        if child.tail:
            writer.write(child.tail, keeps or name == "pre")
    if block:
        writer.close(spaced)
    if name == "li":
        writer.prefix = None


def text(html):
    root = lxml.html.document_fromstring(html, parser=lxml.html.HTMLParser(encoding="utf-8", huge_tree=True))
    writer = Writer()
    title = root.findtext(".//title")
    body = root.find("body")
    if body is not None:
        walk(body, writer, 0, False)
    writer.close()
    head = " " + " ".join(title.split()) + "\n\n" if title and title.strip() else ""
    return head + "\n".join(writer.lines) + "\n"


def decoded(data):
    for charset in ("utf-8", "gb18030"):
        try:
            return data.decode(charset)
        except UnicodeDecodeError:
            continue
    return data.decode("windows-1252", "replace")


def main():
    sys.setrecursionlimit(20_000)
    source, out = map(pathlib.Path, sys.argv[1:3])
    for page in sorted(source.glob("*/*.html")):
        truth = json.loads(page.with_suffix(".json").read_text())
        if not (truth.get("text") or "").strip():
            continue
        data = page.read_bytes()
        if not data.strip():
            continue
        try:
            rendered = text(decoded(data).encode("utf-8"))
        except (lxml.etree.ParserError, RecursionError):
            continue
        target = out / page.parent.name / page.stem
        target.parent.mkdir(parents=True, exist_ok=True)
        pathlib.Path(f"{target}.txt").write_text(rendered)
        pathlib.Path(f"{target}.json").write_text(json.dumps(truth, ensure_ascii=False))


if __name__ == "__main__":
    main()
