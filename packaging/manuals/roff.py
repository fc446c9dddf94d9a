"""Text as man(7) wants it, and our own Markdown turned into it."""

import re


def escaped(text):
    """Keeps backslashes, hyphens that are typed, and lines that begin like a request."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("~", "\\(ti").replace("^", "\\(ha")
    text = text.replace("`", "\\(ga").replace("'", "\\(aq")
    return "\n".join("\\&" + line if line.startswith((".", "\\(aq")) else line for line in text.split("\n"))


def inline(text):
    """Code and emphasis in bold, links as what they are called."""
    out = []
    for part in re.split(r"(`[^`]+`|\*\*[^*]+\*\*|\[[^\]]+\]\([^)]+\))", text):
        if part.startswith("`") or part.startswith("**"):
            out.append("\\fB" + escaped(part.strip("`*")) + "\\fR")
        elif part.startswith("["):
            out.append(escaped(re.match(r"\[([^\]]+)\]", part)[1]))
        else:
            out.append(escaped(part))
    return "".join(out)


def header(name, section, version, date, title):
    return f'.TH {name.upper()} {section} "{date}" "briefd {version}" "{title}"\n.nh\n.ad l\n'


def section(title):
    return f'.SH "{escaped(title).upper()}"\n'


def code(lines):
    return ".PP\n.in +4n\n.nf\n" + escaped("\n".join(lines)) + "\n.fi\n.in\n"


def paragraphs(text):
    return "".join(".PP\n" + inline(" ".join(p.split())) + "\n" for p in text.split("\n\n") if p.strip())


def from_markdown(text):
    """Headings, paragraphs, lists, tables and indented or fenced code: what our own pages are made of."""
    out, paragraph, is_fenced, fence = [], [], False, []

    def flush():
        if paragraph:
            out.append(".PP\n" + inline(" ".join(paragraph)) + "\n")
            paragraph.clear()

    lines = text.split("\n")
    index = 0
    while index < len(lines):
        line = lines[index]
        index += 1
        if line.startswith("```"):
            flush()
            if is_fenced:
                out.append(code(fence))
                fence = []
            is_fenced = not is_fenced
        elif is_fenced:
            fence.append(line)
        elif line.startswith("#"):
            flush()
            level = len(line) - len(line.lstrip("#"))
            title = line.lstrip("# ").replace("`", "")
            out.append(section(title) if level < 3 else f'.SS "{escaped(title)}"\n')
        elif line.startswith("    "):
            flush()
            block = [line[4:]]
            while index < len(lines) and (lines[index].startswith("    ") or not lines[index].strip()):
                block.append(lines[index][4:])
                index += 1
            while block and not block[-1].strip():
                block.pop()
            out.append(code(block))
        elif re.match(r"([-*]|\d+\.) ", line):
            flush()
            mark, item = line.split(" ", 1)
            while index < len(lines) and lines[index].startswith("  ") and lines[index].strip():
                item += " " + lines[index].strip()
                index += 1
            mark = "\\(bu" if mark in "-*" else mark
            out.append(f'.IP "{mark}" 4\n' + inline(item) + "\n")
        elif line.startswith("|"):
            flush()
            cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]
            is_head = index < len(lines) and re.match(r"\|\s*:?-+", lines[index])
            if not is_head and not all(re.fullmatch(r":?-+:?", cell) for cell in cells):
                out.append(".TP\n" + inline(cells[0]) + "\n" + inline("; ".join(cells[1:])) + "\n")
        elif line.strip():
            paragraph.append(line.strip())
        else:
            flush()
    flush()
    return "".join(out)
