-- feeds.sqlite as briefd of today leaves it: the tables, and one row of each kind and state.
CREATE TABLE feeds (id TEXT PRIMARY KEY, url TEXT NOT NULL, state TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE holds (host TEXT PRIMARY KEY, until REAL NOT NULL) WITHOUT ROWID;
CREATE TABLE entries (
    feed TEXT NOT NULL, key TEXT NOT NULL, alias TEXT, sent TEXT NOT NULL, article TEXT,
    first_seen REAL NOT NULL, last_seen REAL NOT NULL, PRIMARY KEY (feed, key)
) WITHOUT ROWID;
CREATE INDEX entries_alias ON entries (feed, alias) WHERE alias IS NOT NULL;
CREATE INDEX entries_seen ON entries (last_seen);
CREATE TABLE waiting (
    feed TEXT NOT NULL, key TEXT NOT NULL, next_try REAL NOT NULL, page TEXT NOT NULL,
    PRIMARY KEY (feed, key)
) WITHOUT ROWID;
CREATE INDEX waiting_next ON waiting (feed, next_try);
CREATE TABLE pages (
    feed TEXT NOT NULL, hash TEXT NOT NULL, key TEXT NOT NULL, seen REAL NOT NULL,
    PRIMARY KEY (feed, hash, key)
) WITHOUT ROWID;
CREATE TABLE watched (
    folder TEXT NOT NULL, path TEXT NOT NULL, record TEXT NOT NULL,
    PRIMARY KEY (folder, path)
) WITHOUT ROWID;
CREATE TABLE strict (
    host TEXT PRIMARY KEY, until REAL NOT NULL, subdomains INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE doubts (
    feed TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL, page TEXT NOT NULL,
    seen REAL NOT NULL, PRIMARY KEY (feed, key)
) WITHOUT ROWID;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES ('version 1'), ('version 2'), ('version 3');

INSERT INTO feeds VALUES ('e14aa75ab2e1c465',
    'https://mill.example/feed.xml',
    '{"id": "e14aa75ab2e1c465", "url": "https://mill.example/feed.xml", "title": "The Mill Race", "etag": "W/\"mill-7\"", "lastModified": "Tue, 12 Jan 2027 10:00:00 GMT", "validatorsURL": "https://mill.example/feed.xml", "bodyHash": "abababababababababababababababababababababababababababababababab", "hints": {"ttlMinutes": 90, "skipHours": [1, 2], "skipDays": []}, "history": {"since": 820828800.0, "windowCount": 12, "polls": 40, "quietPolls": 3, "arrivals": 9, "gaps": 0}, "turnover": 604800.0, "lastSuccess": 821691000.0, "lastPoll": 821691000.0, "lastStatus": 200, "nextDue": 821696400.0, "intervalSeconds": 5400.0, "reason": "the feed asks for it", "errorsInRow": 0, "condition": "ok", "movingCount": 0, "lastUnconditional": 821606400.0, "passedKinds": ["guid"], "pageTrouble": {"misses": 1, "why": "404", "since": 821691000.0}}');
INSERT INTO feeds VALUES ('053bb3c20e7ac38d',
    'https://ferry.example/rss',
    '{"id": "053bb3c20e7ac38d", "url": "https://ferry.example/rss", "address": "https://ferry.example/new.rss", "title": "Ferry Times", "hints": {"skipHours": [], "skipDays": []}, "history": {"windowCount": 0, "polls": 0, "quietPolls": 0, "arrivals": 0, "gaps": 0}, "lastPoll": 821692500.0, "lastStatus": 503, "nextDue": 821693700.0, "intervalSeconds": 3600.0, "reason": "back-off", "error": "503", "errorsInRow": 2, "condition": "paused", "movingCount": 0, "isMoved": true, "passedKinds": [], "failingSince": 821691600.0}');
INSERT INTO holds VALUES ('ferry.example:443', 1800000600.0);
INSERT INTO entries VALUES ('e14aa75ab2e1c465', 'k1', 'alias1', 'sent-k1', '0123456789abcdef', 1799991000.0, 1799998200.0);
INSERT INTO entries VALUES ('e14aa75ab2e1c465', 'k2', NULL, 'sent-k2', NULL, 1799991000.0, 1799998200.0);
INSERT INTO waiting VALUES ('e14aa75ab2e1c465',
    'w1',
    1799999990.0,
    '{"key": "w1", "sentHash": "sent-w1", "url": "https://mill.example/p/w1", "entry": {"id": "w1", "title": "Wheel w1", "link": "https://mill.example/p/w1", "authors": ["Ada Weir"], "published": 821688800.0, "summary": "<p>The wheel turns again.</p>", "enclosures": [{"url": "https://mill.example/a.mp3", "type": "audio/mpeg", "length": "1000"}], "categories": ["water"]}, "feedTitle": "The Mill Race", "feedAuthors": [], "attempts": 1, "firstTried": 821689800.0, "nextTry": 821692790.0, "isFiled": false, "seen": 821689200.0, "post": {"external": "https://else.example/", "isStated": true, "site": ["mill.example"]}, "alike": ["x"]}');
INSERT INTO waiting VALUES ('e14aa75ab2e1c465',
    'w2',
    1799999995.0,
    '{"key": "w2", "sentHash": "sent-w2", "url": "https://mill.example/p/w2", "entry": {"id": "w2", "title": "Wheel w2", "link": "https://mill.example/p/w2", "authors": ["Ada Weir"], "published": 821688800.0, "summary": "<p>The wheel turns again.</p>", "enclosures": [{"url": "https://mill.example/a.mp3", "type": "audio/mpeg", "length": "1000"}], "categories": ["water"]}, "feedTitle": "The Mill Race", "feedAuthors": [], "attempts": 1, "firstTried": 821689800.0, "nextTry": 821692790.0, "isFiled": true, "seen": 821689200.0, "post": {"external": "https://else.example/", "isStated": true, "site": ["mill.example"]}, "alike": ["x"]}');
INSERT INTO pages VALUES ('e14aa75ab2e1c465', 'body1', 'k1', 1799998200.0);
INSERT INTO watched VALUES ('/srv/drop',
    'notes/tide.txt',
    '{"folder": "/srv/drop", "path": "notes/tide.txt", "size": 812, "modified": 1799999000000000000, "fingerprint": "cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd", "state": "filed", "attempts": 0, "workerDeaths": 0}');
INSERT INTO strict VALUES ('ferry.example', 1800086400.0, 1);
INSERT INTO doubts VALUES ('e14aa75ab2e1c465',
    'd1',
    'body1',
    '{"key": "d1", "sentHash": "sent-d1", "url": "https://mill.example/p/d1", "entry": {"id": "d1", "title": "Wheel d1", "link": "https://mill.example/p/d1", "authors": ["Ada Weir"], "published": 821688800.0, "summary": "<p>The wheel turns again.</p>", "enclosures": [{"url": "https://mill.example/a.mp3", "type": "audio/mpeg", "length": "1000"}], "categories": ["water"]}, "feedTitle": "The Mill Race", "feedAuthors": [], "attempts": 1, "firstTried": 821689800.0, "nextTry": 821692790.0, "isFiled": true, "seen": 821689200.0, "post": {"external": "https://else.example/", "isStated": true, "site": ["mill.example"]}, "alike": ["x"]}',
    1799999940.0);
INSERT INTO pages VALUES ('e14aa75ab2e1c465', 'body1', 'd1', 1799999940.0);
PRAGMA user_version = 3;
