"""Replays a log of dm-log-writes onto an image, up to a point, as a disk would hold it that lost its power there.

usage: replay.py LOG list                      entries: number, flags, mark
       replay.py LOG IMAGE ENTRY SEED          all that was flushed before ENTRY, and of the writes since then some,
                                               chosen by SEED; 0: none

The format: Documentation/admin-guide/device-mapper/log-writes.rst and drivers/md/dm-log-writes.c of Linux.
"""
import random
import struct
import sys

FLUSH, FUA, DISCARD, MARK = 1, 2, 4, 8


def entries(log):
    magic, _, count, size = struct.unpack("<QQQI", log.read(28))
    assert magic == 0x6A736677736872
    place = size
    for number in range(count):
        log.seek(place)
        sector, sectors, flags, length = struct.unpack("<QQQQ", log.read(32))
        mark = log.read(length).decode() if flags & MARK else ""
        place += size
        yield number, sector * size, sectors * size, flags, mark, place
        if not flags & DISCARD:
            place += sectors * size


def main():
    with open(sys.argv[1], "rb") as log:
        if sys.argv[2] == "list":
            for number, _, _, flags, mark, _ in entries(log):
                print(number, flags, mark)
            return
        image, last, seed = sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
        rng = random.Random(seed)
        with open(image, "r+b") as disk:
            pending = []

            def write(to, count, at):
                log.seek(at)
                disk.seek(to)
                disk.write(log.read(count))

            for number, to, count, flags, _, at in entries(log):
                if number > last:
                    break
                if flags & FLUSH:
                    for held in pending:
                        write(*held)
                    pending = []
                if count and not flags & (DISCARD | MARK):
                    if flags & FUA:
                        write(to, count, at)
                    else:
                        pending.append((to, count, at))
            if seed:
                for held in pending:
                    if rng.random() < 0.5:
                        write(*held)


main()
