"""A world of feeds on loopback that change, move, break and heal at random, and remembers what it showed to whom.

Each feed has an address of its own below 127.1.0.0/16. An entry counts as shown once a whole answer with it went out.
"""
import functools, hashlib, http.server, json, random, threading, time
from xml.sax.saxutils import escape

WINDOW = 8  # entries that a feed shows
SYLLABLES = [a + b for a in "bdfghklmnprstvw" for b in "aeiou"]
SMALL = "the of and to in a is that it was for on with as at by".split()


@functools.lru_cache(20_000)
def sentences(seed, count):
    """Sentences of our own making, other ones for another seed."""
    chance = random.Random(seed)
    made = []
    for _ in range(count):
        words = [chance.choice(SMALL) if chance.random() < 0.4 else "".join(chance.choices(SYLLABLES, k=chance.choice((2, 3))))
                 for _ in range(chance.randrange(8, 24))]
        made.append(" ".join(words).capitalize() + ".")
    return made


class Entry:
    """One entry. kind: whole (the feed has its text), linked (its page has) or empty (nobody has)."""

    def __init__(self, number, kind, home):
        self.number, self.kind, self.home = number, kind, home
        self.revision, self.shown, self.is_sound = 0, -1, False

    def text(self):
        first = f"Entry {self.number} of the register (revision {self.revision}) says what follows. "
        body = sentences(self.number, 24)
        return [first + " ".join(body[:6]), " ".join(body[6:14]), " ".join(body[14:])]

    def summary(self):
        return f"Entry {self.number} of the register in short: " + sentences(self.number, 1)[0]

    def page(self):
        body = "".join(f"<p>{p}</p>" for p in self.text())
        return (f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Matter {self.number}</title></head><body><nav>"
                f"<a href=/>Home</a></nav><article><h1>Matter {self.number}</h1>{body}</article></body></html>").encode()


class Feed:
    """One feed: what it shows, where it is, and what ails it."""

    def __init__(self, index):
        self.index, self.host = index, f"127.1.{index // 250}.{index % 250 + 1}"
        self.entries, self.place, self.version = [], 0, 0
        self.moves = []  # status of the redirect from each former place to the next
        self.ailment, self.until, self.answers = None, 0.0, 0
        self.is_gone = False

    def tag(self):
        return f'"{self.index}-{self.place}-{self.version}"'


AILMENTS = ["500", "503", "429", "cut", "garbage", "page", "empty", "slow", "stalled", "302", "loop", "gzip", "404"]


class World:
    """All feeds. Changes by the clock of `live`, at random by a seed."""

    def __init__(self, count, seed, interval):
        self.random, self.interval, self.lock = random.Random(seed), interval, threading.Lock()
        self.feeds = [Feed(i) for i in range(count)]
        self.by_host = {f.host: f for f in self.feeds}
        self.entries, self.is_calm, self.port = {}, False, 0
        self.counts = {}
        for feed in self.feeds:
            for _ in range(WINDOW // 2):
                self.grow(feed)

    def count(self, what):
        self.counts[what] = self.counts.get(what, 0) + 1

    def grow(self, feed):
        """A new entry; some come from another feed too, as they are."""
        kind = self.random.random()
        other = self.random.choice(self.feeds)
        shared = [e for e in other.entries if e.kind == "whole"] if kind > 0.95 and other is not feed else []
        if shared:
            entry = shared[-1]
            entry.home = None  # It is in two feeds now: neither edits it.
            if entry in feed.entries:
                return
        else:
            kind = "whole" if kind < 0.7 else "empty" if kind < 0.72 else "linked"
            entry = Entry(len(self.entries) + 1000, kind, feed)
            self.entries[entry.number] = entry
        feed.entries = [entry] + feed.entries[:WINDOW - 1]
        feed.version += 1

    def step(self, seconds):
        """What happens in so many seconds."""
        chance = self.random
        with self.lock:
            if self.is_calm:
                return
            share = seconds / self.interval
            for feed in self.feeds:
                if feed.is_gone:
                    continue
                if chance.random() < share / 6:
                    self.grow(feed)
                if chance.random() < share / 12:
                    mine = [e for e in feed.entries if e.kind == "whole" and e.home is feed]
                    if mine:
                        chance.choice(mine).revision += 1
                        feed.version += 1
                if feed.ailment and time.time() > feed.until:
                    feed.ailment = None
                if not feed.ailment and chance.random() < share / 15:
                    feed.ailment = chance.choice(AILMENTS)
                    feed.until = time.time() + self.interval * chance.uniform(0.5, 5)
                    self.count(feed.ailment)
                if chance.random() < share / 100 and len(feed.moves) < 5:
                    feed.moves.append(chance.choice([301, 308]))
                    feed.place += 1
                    self.count("moved")
                if chance.random() < share / 4000:
                    feed.is_gone = True
                    self.count("gone")

    def heal(self):
        """Nothing ails from now on, and nothing changes but that each feed has one more entry, whose page is there."""
        with self.lock:
            self.is_calm = True
            for feed in self.feeds:
                entry = Entry(len(self.entries) + 1000, "linked", feed)
                entry.is_sound, self.entries[entry.number] = True, entry
                feed.entries = [entry] + feed.entries[:WINDOW - 1]
                feed.version, feed.ailment, feed.answers = feed.version + 1, None, 0

    def asked_again(self, times):
        """Whether each feed that is there was asked so often since it was healed."""
        return all(f.answers >= times for f in self.feeds if not f.is_gone)

    def document(self, feed):
        """The feed as it is, and which revision of each entry it shows."""
        shown = [(e, e.revision) for e in feed.entries]
        base = f"http://{feed.host}:{self.port}"
        make = [rss, atom, json_feed][feed.index % 3]
        return make(feed, base), shown

    def serve(self):
        class Handler(FeedHandler):
            world = self

        class Server(http.server.ThreadingHTTPServer):
            request_queue_size, daemon_threads = 1024, True

            def handle_error(self, *_):
                pass  # Who hangs up, has his reasons.

        server = Server(("0.0.0.0", 0), Handler)
        self.port = server.server_port
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return server


def facts(feed, entry, base):
    """Key, address and HTML of an entry as its feed has it. Some feeds have no keys, some no links."""
    key = f"urn:register:{feed.index}:{entry.number}" if feed.index % 7 else None
    has_link = entry.kind == "linked" or key is None or feed.index % 5
    link = f"{base}/p/{entry.number}" if has_link and entry.kind != "empty" else None
    html = {"whole": "".join(f"<p>{p}</p>" for p in entry.text()), "linked": f"<p>{entry.summary()}</p>", "empty": ""}
    title = f"Matter {entry.number}" if entry.kind != "empty" else None
    return key or link or f"urn:empty:{feed.index}:{entry.number}", link, title, html[entry.kind]


def rss(feed, base):
    items = ""
    for entry in feed.entries:
        key, link, title, html = facts(feed, entry, base)
        items += "<item>" + (f"<title>{title}</title>" if title else "") + (f"<link>{link}</link>" if link else "")
        items += f"<guid isPermaLink='false'>{key}</guid>" if key != link else ""
        items += f"<description>{escape(html)}</description></item>"
    return "application/rss+xml", (f"<?xml version='1.0'?><rss version='2.0'><channel><title>Register {feed.index}</title>"
                                   f"<link>{base}/</link>{items}</channel></rss>").encode()


def atom(feed, base):
    items = ""
    for entry in feed.entries:
        key, link, title, html = facts(feed, entry, base)
        name = "summary" if entry.kind == "linked" else "content"
        items += f"<entry><id>{key}</id>" + (f"<title>{title}</title>" if title else "")
        items += (f"<link href='{link}'/>" if link else "") + f"<{name} type='html'>{escape(html)}</{name}></entry>"
    return "application/atom+xml", (f"<feed xmlns='http://www.w3.org/2005/Atom'><id>{base}/</id><title>Register {feed.index}"
                                    f"</title>{items}</feed>").encode()


def json_feed(feed, base):
    items = []
    for entry in feed.entries:
        key, link, title, html = facts(feed, entry, base)
        items.append({k: v for k, v in [("id", key), ("url", link), ("title", title), (
            "summary" if entry.kind == "linked" else "content_html", html)] if v})
    return "application/feed+json", json.dumps({
        "version": "https://jsonfeed.org/version/1.1", "title": f"Register {feed.index}", "items": items}).encode()


class FeedHandler(http.server.BaseHTTPRequestHandler):
    world = None
    PATIENCE = 4  # seconds that a whole answer takes, at most, to count

    def log_message(self, *_):
        pass

    def answer(self, status, body=b"", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        world = self.world
        feed = world.by_host.get(self.headers["Host"].split(":")[0])
        kind, _, rest = self.path[1:].partition("/")
        if feed is None or not rest.isdigit():
            return self.answer(404)
        if kind == "p":
            return self.page(feed, world.entries.get(int(rest)))
        return self.feed(feed, int(rest))

    def page(self, feed, entry):
        """Pages ail by their numbers: all the time, or until the feeds are healed."""
        if entry is None or feed.is_gone:
            return self.answer(404)
        chance, calm = 99 if entry.is_sound else entry.number * 2654435761 % 100, self.world.is_calm
        if chance < 5:
            return self.answer(404)
        if chance < 10 and not calm:
            return self.answer(500)
        if chance < 12:
            return self.answer(200, hashlib.sha512(self.path.encode()).digest() * 20, Content_Type="text/html")
        if chance < 15:
            return self.answer(200, b"<html><title>Register</title><body><p>Please accept our cookies before you continue to the"
                               b" register, which is free of charge for readers of all ages.</p></body></html>",
                               Content_Type="text/html")
        if chance < 17 and not calm:
            time.sleep(2)
        self.answer(200, entry.page(), Content_Type="text/html; charset=utf-8")

    def feed(self, feed, place):
        world = self.world
        if feed.is_gone:
            return self.answer(410)
        if place < feed.place:
            return self.answer(feed.moves[place], Location=f"/f/{feed.place}")
        if feed.ailment and not self.ail(feed):
            return None
        with world.lock:
            tag = feed.tag()
            is_known = self.headers["If-None-Match"] == tag
            (kind, body), shown = ("", b""), []
            if not is_known:
                (kind, body), shown = world.document(feed)
        start = time.time()
        if is_known:
            self.answer(304, ETag=tag)
            feed.answers += 1
            return None
        self.answer(200, body, Content_Type=kind, ETag=tag)
        self.wfile.flush()
        if time.time() - start < self.PATIENCE:
            with world.lock:
                feed.answers += 1
                for entry, revision in shown:
                    entry.shown = max(entry.shown, revision)
        return None

    def ail(self, feed):
        """Answers as the ailment wants; whether the feed is to be answered with all the same."""
        ailment = feed.ailment
        (kind, body), _ = self.world.document(feed)
        if ailment in ("500", "404"):
            self.answer(int(ailment))
        elif ailment in ("503", "429"):
            self.answer(int(ailment), Retry_After="3")
        elif ailment == "garbage":
            self.answer(200, hashlib.sha512(self.path.encode()).digest() * 40, Content_Type=kind)
        elif ailment == "page":
            self.answer(200, b"<html><title>Maintenance</title><p>Back soon.</p></html>", Content_Type="text/html")
        elif ailment == "empty":
            self.answer(200, Content_Type=kind)
        elif ailment == "302":
            self.answer(302, Location=f"/elsewhere/{feed.index}")
        elif ailment == "loop":
            self.answer(302, Location=self.path)
        elif ailment == "gzip":
            self.answer(200, b"\x1f\x8b\x08\0" + body[:200], Content_Type=kind, Content_Encoding="gzip")
        elif ailment in ("cut", "stalled"):
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body[:len(body) // 2])
            if ailment == "stalled":
                self.wfile.flush()
                time.sleep(8)
        else:
            time.sleep(1.5)
            return True
        return False
