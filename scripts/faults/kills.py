#!/usr/bin/env python3
"""Kills `briefd run` at random moments under load, again and again: files are dropped, feeds grow and an operator gives
commands meanwhile. In the end everything is filed once or set aside with a reason, and the store is sound.

usage: kills.py FOLDER_OF_PROGRAMS [KILLS [SEED]]
"""
import http.server, json, os, random, signal, subprocess, sys, tempfile, threading, time
from house import Root, feed, page, temporary, text, with_reason

SETTINGS = """
[polling]
minimum_interval = "200ms"
interval = "500ms"
backoff_start = "500ms"
backoff_ceiling = "2s"
per_host_spacing = "5ms"
page_retry = "500ms"
[http]
allow_private_networks = true
"""
FEED = """
[[feed]]
url = "http://127.0.0.1:{port}/feed/{number}"
name = "register {number}"
full_text = "{full_text}"
"""
# Entries of a feed: more than come in all, so that none leaves it while the machine is too slow for a poll between two kills.
WINDOW = 2000
PATIENCE = 180  # seconds for what is left after the last kill


class Load:
    """What is dropped and served: numbers of texts, each used once, but for some that come by two doors."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.lock = threading.Lock()
        self.next = 1000
        self.entries = {1: [], 2: [], 3: []}
        self.wanted, self.spoiled = set(), set()

    def number(self):
        with self.lock:
            self.next += 1
            return self.next

    def grow(self):
        """A new entry in each feed; the third feed only links to its pages."""
        for entries in self.entries.values():
            number = self.number()
            entries.append(number)
            self.wanted.add(number)

    def drop(self, root):
        number = self.number()
        kind = self.random.random()
        if kind < 0.08:
            name = f"bad-{number}" + self.random.choice([".pdf", ".html"])
            root.drop({name: b"%PDF-1.4 \0\0\0" if name.endswith("pdf") else b"<html><body></body></html>"})
            self.spoiled.add(name)
            return
        self.wanted.add(number)
        if kind < 0.3:
            root.drop({f"t/{number}.txt": text(number)})
        elif kind < 0.4:
            root.drop({f"saved-{number}.html": page(number), f"saved-{number}_files/style.css": b"body{}"})
        elif kind < 0.5:
            root.drop({f"feed-{number}.xml": feed([number])})
        elif kind < 0.6:
            # The same by two doors: once an article, once a sighting.
            root.drop({f"{number}.txt": text(number), f"again/{number}.html": page(number)})
        else:
            root.drop({f"{number}.html": page(number)})


def server(load):
    class Answer(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            parts = self.path.split("/")
            if parts[1] == "page":
                body, kind = page(int(parts[2])), "text/html; charset=utf-8"
            elif parts[2] == "3":
                items = "".join(
                    f"<item><title>Matter {n}</title><guid>urn:{n}</guid><link>http://{self.headers['Host']}/page/{n}"
                    "</link></item>" for n in load.entries[3][-WINDOW:])
                body = f"<rss version='2.0'><channel><title>Links</title>{items}</channel></rss>".encode()
                kind = "application/rss+xml"
            else:
                body, kind = feed(load.entries[int(parts[2])][-WINDOW:]), "application/rss+xml"
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            try:
                self.wfile.write(body)
            except OSError:
                pass

        def log_message(self, *_):
            pass

    served = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=served.serve_forever, daemon=True).start()
    return served.server_port


def ctl(root, *arguments, limit=30):
    done = subprocess.run([root.programs + "/briefctl", "--runtime", root.at + "/run", *arguments],
                          capture_output=True, text=True, timeout=limit)
    return done.returncode, done.stdout


def operate(root, load, stop):
    """An operator's commands, one after the other; what they answer while the daemon is dead does not matter."""
    while not stop.is_set():
        name = load.random.choice(["status", "poll", "spool", "hold", "retry", "reload", "articles", "errors", "feeds"])
        try:
            if name == "poll":
                ctl(root, "feed", "poll", f"http://127.0.0.1/feed/{load.random.randint(1, 3)}")
            elif name in ("hold", "retry"):
                items = json.loads(ctl(root, "spool", "--all", "--json")[1] or "{}").get("items", [])
                items = [i for i in items if i["queue"] == ("incoming" if name == "hold" else "corrupt")]
                if items:
                    identifier = load.random.choice(items)["id"]
                    ctl(root, name, identifier)
                    if name == "hold":
                        ctl(root, "release", identifier)
            else:
                ctl(root, name, "--json")
        except (ValueError, subprocess.TimeoutExpired):
            pass
        stop.wait(load.random.uniform(0.02, 0.2))


def start(root):
    log = open(root.at + "/log", "ab")
    return subprocess.Popen([root.programs + "/briefd", "run", "--config", root.at + "/briefd.toml"], stderr=log)


def release_held(root):
    for item in json.loads(ctl(root, "spool", "--all", "--json")[1] or "{}").get("items", []):
        if item["queue"] == "hold":
            ctl(root, "release", item["id"])


def settled(root, load):
    waiting = [f for q in ("incoming", "active", "deferred", "hold") for f in root.files(f"{root.spool}/{q}")
               if not f.endswith(".reason.json")]
    return not waiting and load.wanted <= set(root.articles()) and not root.partial()


def judge(root, load, problems):
    filed = root.articles()
    doubled = {n for n in filed if filed.count(n) > 1}
    if doubled:
        problems.append(f"filed twice: {sorted(doubled)[:10]}")
    if root.partial():
        problems.append(f"without their page: {root.partial()[:10]}")
    if load.wanted - set(filed):
        problems.append(f"not filed: {sorted(load.wanted - set(filed))[:10]}")
    if set(filed) - load.wanted:
        problems.append(f"filed, but never sent: {sorted(set(filed) - load.wanted)[:10]}")
    aside = set(with_reason(root, "corrupt", problems))
    if aside != load.spoiled:
        problems.append(f"set aside: {sorted(aside ^ load.spoiled)[:10]} differ")
    problems += temporary(root)
    code, words = root.verify()
    if code != 0:
        problems.append(words)


def main():
    kills = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    load, problems, stop = Load(seed), [], threading.Event()
    with tempfile.TemporaryDirectory(prefix="bk-") as folder:
        root = Root(os.path.abspath(sys.argv[1]), folder + "/root")
        root.make()
        port = server(load)
        with open(root.at + "/briefd.toml", "a") as file:
            file.write(SETTINGS)
            for number in load.entries:
                file.write(FEED.format(port=port, number=number, full_text="never" if number < 3 else "auto"))
        operator = threading.Thread(target=operate, args=(root, load, stop), daemon=True)
        operator.start()
        for _ in range(kills):
            daemon = start(root)
            end = time.time() + load.random.uniform(0.03, 1.2)
            while time.time() < end:
                load.drop(root)
                if load.random.random() < 0.3:
                    load.grow()
                time.sleep(load.random.uniform(0.01, 0.12))
            daemon.send_signal(signal.SIGKILL)
            daemon.wait()
        stop.set()
        operator.join()
        daemon, begun = start(root), time.time()
        while time.time() - begun < PATIENCE and not settled(root, load) and daemon.poll() is None:
            release_held(root)
            time.sleep(0.5)
        took = time.time() - begun
        code, words = ctl(root, "status", "--json")
        daemon.terminate()
        if daemon.wait(30) != 0:
            problems.append(f"exit status {daemon.returncode}")
        judge(root, load, problems)
        print(f"{kills} kills, seed {seed}: {len(load.wanted)} sent, {len(root.articles())} filed,"
              f" {len(load.spoiled)} set aside, the rest done {took:.0f} s after the last kill;"
              f" {problems or 'well'}")
        if problems:
            print(words)
            subprocess.run(["tail", "-n", "20", root.at + "/log"])
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
