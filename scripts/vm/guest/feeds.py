"""A feed server on the loopback: /open.xml for everybody, /locked.xml for "reader:secret" only."""
import base64
import http.server
import sys

sys.path.insert(0, "/check")
from articles import article  # noqa: E402


def feed(name):
    items = "".join(
        f"<item><title>{name} {number}</title><guid isPermaLink='false'>{name}-{number}</guid>"
        f"<description><![CDATA[{article(f'{name}-{number}').split('<article>')[1].split('</article>')[0]}]]>"
        "</description></item>"
        for number in range(1, 4))
    return f"<?xml version='1.0'?><rss version='2.0'><channel><title>{name}</title>{items}</channel></rss>".encode()


class Answer(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        secret = "Basic " + base64.b64encode(b"reader:secret").decode()
        if self.path == "/locked.xml" and self.headers.get("Authorization") != secret:
            self.send_response(401)
            self.send_header("WWW-Authenticate", 'Basic realm="feeds"')
            self.end_headers()
            return
        body = feed(self.path.strip("/").removesuffix(".xml"))
        self.send_response(200)
        self.send_header("Content-Type", "application/rss+xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


http.server.ThreadingHTTPServer(("127.0.0.1", 8088), Answer).serve_forever()
