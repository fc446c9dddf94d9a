#!/usr/bin/env python3
"""Has every system call of one kind fail under a running `briefd run` for some seconds, while files are dropped and a
feed is polled, and checks that it says so, goes on, and files everything once when the fault is over.

usage: live.py FOLDER_OF_PROGRAMS [KIND …]
"""
import http.server, os, subprocess, sys, tempfile, threading, time
from house import Root, build_shim, fault, feed, page, temporary, text

KINDS = ["write", "sync", "rename", "remove", "create", "open", "read"]
DROPPED = {f"p{n}.html": page(n) for n in range(100, 120)} | {f"a/q{n}.txt": text(n) for n in range(120, 130)} | {
    "saved.html": page(130), "saved_files/x.png": b"png"}
WANTED = [*range(100, 131), *range(500, 540)]
FEED = feed(range(500, 540))
SETTINGS = """
[polling]
minimum_interval = "1s"
interval = "2s"
backoff_start = "2s"
backoff_ceiling = "5s"
per_host_spacing = "10ms"
[http]
allow_private_networks = true
[[feed]]
url = "http://127.0.0.1:%d/feed"
full_text = "never"
"""


class FeedServer(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "application/rss+xml")
        self.end_headers()
        self.wfile.write(FEED)

    def log_message(self, *_):
        pass


def status(root):
    done = subprocess.run([root.programs + "/briefctl", "--runtime", root.at + "/run", "status"],
                          capture_output=True, text=True, timeout=30)
    return done.returncode, (done.stdout + done.stderr).strip()


def wait_until(condition, seconds=30):
    end = time.time() + seconds
    while time.time() < end and not condition():
        time.sleep(0.05)


def left(root):
    return [f for q in ("incoming", "active", "deferred", "corrupt") for f in root.files(f"{root.spool}/{q}")]


def disturb(root, shim, kind, how, port, problems):
    """Runs the daemon through one fault; returns how many calls failed, and how long it took to mend."""
    root.make()
    root.run()
    with open(root.at + "/briefd.toml", "a") as file:
        file.write(SETTINGS % port)
    counts = root.at + "/count"
    with open(counts, "wb") as file:
        file.write(bytes(8) + b"\1" + bytes(7))

    def switch(is_over):
        with open(counts, "r+b") as file:
            file.seek(8)
            file.write(bytes([is_over]))

    environment = os.environ | fault(shim, counts, root.at + "/state", kind, how + "+", 1)
    with open(root.at + "/log", "wb") as log:
        daemon = subprocess.Popen([root.programs + "/briefd", "run", "--config", root.at + "/briefd.toml"],
                                  env=environment, stderr=log)
    # What a fault at the start does is swept by sweep.py: the service ends, and systemd starts it again.
    wait_until(lambda: os.path.exists(root.at + "/run/status.sock"))
    switch(0)
    root.drop(DROPPED)
    time.sleep(3)
    if status(root)[0] == 0:
        problems.append("the status says that all is well")
    switch(1)
    start = time.time()
    while time.time() - start < 120 and daemon.poll() is None and (root.articles() != WANTED or left(root)):
        time.sleep(0.5)
    took = time.time() - start
    code, words = status(root)
    if code != 0:
        problems.append("status afterwards: " + words)
    daemon.terminate()
    if daemon.wait(30) != 0:
        problems.append(f"exit status {daemon.returncode}")
    with open(counts, "rb") as file:
        return int.from_bytes(file.read(8), "little"), took


def main():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), FeedServer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    bad, free = [], threading.Semaphore(4)
    with tempfile.TemporaryDirectory(prefix="bf-") as folder:
        shim = build_shim(folder)

        def one(kind, how):
            with free:
                root, problems = Root(os.path.abspath(sys.argv[1]), f"{folder}/{kind}-{how}"), []
                failed, took = disturb(root, shim, kind, how, server.server_port, problems)
                if root.articles() != WANTED:
                    problems.append(f"articles: {root.articles()}")
                problems += left(root) + temporary(root)
                sound, words = root.verify()
                if sound != 0:
                    problems.append(words)
                bad.extend(problems)
                print(f"{kind:9}{how:8}{failed:5} calls failed, mended after {took:.0f} s; {problems or 'well'}",
                      flush=True)

        jobs = [threading.Thread(target=one, args=(k, h)) for k in sys.argv[2:] or KINDS for h in ("EIO", "ENOSPC")]
        for job in jobs:
            job.start()
        for job in jobs:
            job.join()
    sys.exit(1 if bad else 0)


main()
