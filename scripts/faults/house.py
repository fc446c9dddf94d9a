"""What sweep.py and live.py share: texts of our own making, one daemon's folders, and the shim of fault.c."""
import errno, json, os, re, subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
LIMIT = 60  # seconds of one run
WORDS = ("harbour council ferry weather office school orchestra river authority seed library night market glass"
         " workshop mountain rescue tram depot observatory keeper guild minutes spring meeting").split()


def prose(seed):
    """Paragraphs of our own making, other ones for another seed."""
    state = seed * 2654435761 + 97
    paragraphs = []
    for _ in range(5):
        words = []
        for _ in range(60):
            state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
            words.append(WORDS[(state >> 33) % len(WORDS)])
        paragraphs.append(f"Entry {seed} of the register says that the " + " ".join(words) + ".")
    return paragraphs


def page(seed, url=None, edited=None):
    """A page with the text of `seed`; edited: its first sentence tells of another number."""
    link = f'<link rel="canonical" href="{url}">' if url else ""
    body = "".join(f"<p>{p}</p>" for p in prose(seed))
    if edited:
        body = body.replace(f"Entry {seed} ", f"Entry {edited} ", 1)
    return (f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Matter {seed}</title>{link}</head><body>"
            f"<nav><a href=/>Home</a></nav><article><h1>Matter {seed}</h1>{body}</article></body></html>").encode()


def text(seed):
    return (f"Matter {seed}\n\n" + "\n\n".join(prose(seed)) + "\n").encode()


def feed(seeds):
    items = "".join(
        f"<item><title>Matter {s}</title><guid>urn:{s}</guid><description>"
        + "".join(f"&lt;p>{p}&lt;/p>" for p in prose(s)) + "</description></item>" for s in seeds)
    return ("<rss version='2.0'><channel><title>Register</title><link>http://feed.example/</link>"
            + items + "</channel></rss>").encode()


class Root:
    """One daemon's configuration, state and spool."""

    def __init__(self, programs, at):
        self.programs, self.at = programs, at
        self.spool, self.store = at + "/state/spool", at + "/state/store"

    def make(self):
        os.makedirs(self.at)
        with open(self.at + "/briefd.toml", "w") as file:
            file.write('[paths]\nstate = "state"\nruntime = "run"\n[spool]\nsettle = "20ms"\n')

    def drop(self, files):
        for name, data in files.items():
            target = f"{self.spool}/incoming/{name}"
            os.makedirs(os.path.dirname(target), exist_ok=True)
            with open(target, "wb") as file:
                file.write(data)

    def run(self, fault=None):
        environment = dict(os.environ)
        if fault:
            environment.update(fault)
        done = subprocess.run([self.programs + "/briefd", "run", "--once", "--config", self.at + "/briefd.toml"],
                              env=environment, capture_output=True, timeout=LIMIT)
        return done.returncode, done.stderr.decode(errors="replace")

    def verify(self):
        done = subprocess.run([self.programs + "/briefctl", "verify", "--config", self.at + "/briefd.toml"],
                              capture_output=True, timeout=LIMIT)
        return done.returncode, (done.stdout + done.stderr).decode(errors="replace")

    def files(self, folder):
        found = []
        for top, _, names in os.walk(folder):
            found += [os.path.relpath(os.path.join(top, n), folder) for n in names]
        return sorted(found)

    def articles(self):
        """The numbers of the texts that are filed, one for each file; one that waits for its page has but a title."""
        return sorted(int(re.search(r"Entry (\d+)|$", text).group(1) or re.search(r"Matter (\d+)", text).group(1))
                      for text in self.filed())

    def partial(self):
        """The numbers of the articles whose page is still waited for."""
        return [int(re.search(r"Matter (\d+)", text).group(1)) for text in self.filed() if "\npartial: true\n" in text]

    def filed(self):
        texts = []
        for name in self.files(self.store + "/articles"):
            if name.endswith(".md"):
                try:
                    with open(f"{self.store}/articles/{name}") as file:
                        texts.append(file.read())
                except FileNotFoundError:
                    pass  # A revision took its place while the folder was read.
        return texts


def with_reason(root, queue, problems):
    """The files of a queue; each must have a reason beside it that says what, why and what next."""
    files = root.files(f"{root.spool}/{queue}")
    plain = [f for f in files if not f.endswith(".reason.json") and "_files/" not in f and not f.startswith(".")]
    for name in plain:
        try:
            with open(f"{root.spool}/{queue}/{name}.reason.json") as file:
                record = json.load(file)
            if not all(record.get(k) for k in ("what", "why", "next", "code")):
                problems.append(f"{queue}/{name}: reason lacks something: {record}")
        except (OSError, ValueError) as error:
            problems.append(f"{queue}/{name}: {error}")
    return plain


def temporary(root):
    return [f for f in root.files(root.at + "/state")
            if os.path.basename(f).startswith((".tmp-", ".copy.", ".reason.", ".discard-"))]


def build_shim(folder):
    """Compiles fault.c; returns its path."""
    path = folder + "/fault.so"
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", path, HERE + "/fault.c", "-ldl"], check=True)
    return path


def fault(shim, counts, root, kind, how, at):
    """The environment of one fault. `how` is an errno's name, kill or killed; a + at its end: from then on."""
    name = how.rstrip("+")
    environment = {
        "LD_PRELOAD": shim, "FAULT_ROOT": root, "FAULT_KIND": kind, "FAULT_AT": str(at), "FAULT_COUNT": counts,
        "FAULT_HOW": name if name.startswith("kill") else str(getattr(errno, name))}
    if how.endswith("+"):
        environment["FAULT_EVER"] = "1"
    return environment
