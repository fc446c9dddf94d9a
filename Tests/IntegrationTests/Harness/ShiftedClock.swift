import Foundation
import Testing

/// The clocks of one daemon, ahead of the machine's or behind them: hours pass while a test waits for milliseconds.
///
/// A library of a few lines lies before libc's clock_gettime(2); it is compiled with the toolchain's own clang.
final class ShiftedClock {
    private static let source = """
        #define _GNU_SOURCE
        #include <fcntl.h>
        #include <stdlib.h>
        #include <sys/mman.h>
        #include <sys/syscall.h>
        #include <sys/time.h>
        #include <sys/timerfd.h>
        #include <time.h>
        #include <unistd.h>
        static volatile long *shift;
        __attribute__((constructor)) static void load(void) {
            const char *path = getenv("BRIEFD_TEST_CLOCK");
            int file = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
            if (file < 0) return;
            void *page = mmap(0, 16, PROT_READ, MAP_SHARED, file, 0);
            close(file);
            if (page != MAP_FAILED) shift = page;
        }
        int clock_gettime(clockid_t clock, struct timespec *time) {
            int result = syscall(SYS_clock_gettime, clock, time);
            if (result || !shift) return result;
            if (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE) time->tv_sec += shift[0];
            if (clock == CLOCK_MONOTONIC || clock == CLOCK_BOOTTIME || clock == CLOCK_MONOTONIC_RAW)
                time->tv_sec += shift[1];
            return 0;
        }
        int gettimeofday(struct timeval *value, void *zone) {
            struct timespec time;
            clock_gettime(CLOCK_REALTIME, &time);
            value->tv_sec = time.tv_sec;
            value->tv_usec = time.tv_nsec / 1000;
            return 0;
        }
        static unsigned char walls[1024];
        int timerfd_create(int clock, int flags) {
            int file = syscall(SYS_timerfd_create, clock, flags);
            if (file >= 0 && file < 1024) walls[file] = clock == CLOCK_REALTIME;
            return file;
        }
        int timerfd_settime(int file, int flags, const struct itimerspec *new, struct itimerspec *old) {
            struct itimerspec value = *new;
            if (shift && flags & TFD_TIMER_ABSTIME && value.it_value.tv_sec) {
                value.it_value.tv_sec -= shift[file < 1024 && walls[file] ? 0 : 1];
                if (value.it_value.tv_sec <= 0) value.it_value.tv_sec = 1;
            }
            return syscall(SYS_timerfd_settime, file, flags, &value, old);
        }
        time_t time(time_t *value) {
            struct timespec time;
            clock_gettime(CLOCK_REALTIME, &time);
            if (value) *value = time.tv_sec;
            return time.tv_sec;
        }
        """

    /// Compiled once for all tests of a run.
    private static let library = Result { try compile() }

    private let file: URL
    private(set) var wall = 0
    private(set) var steady = 0

    init() throws {
        _ = try ShiftedClock.library.get()
        file = FileManager.default.temporaryDirectory
            .appendingPathComponent("bd-clock-" + UUID().uuidString)
        try write()
    }

    deinit { try? FileManager.default.removeItem(at: file) }

    var environment: [String: String] {
        get throws {
            [
                "LD_PRELOAD": try ShiftedClock.library.get().path,
                "BRIEFD_TEST_CLOCK": file.path,
            ]
        }
    }

    /// Time passes.
    func pass(_ seconds: Int) throws {
        wall += seconds
        steady += seconds
        try write()
    }

    /// Somebody sets the clock.
    func set(by seconds: Int) throws {
        wall += seconds
        try write()
    }

    private func write() throws {
        let bytes = [Int64(wall), Int64(steady)].flatMap { value in
            (0..<8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
        }
        // In place: the daemon has the file mapped.
        if let handle = FileHandle(forWritingAtPath: file.path) {
            try handle.write(contentsOf: Data(bytes))
            try handle.close()
        } else {
            try Data(bytes).write(to: file)
        }
    }

    private static func compile() throws -> URL {
        let folder = try RunFolder.url.get()
        let text = folder.appendingPathComponent("clock.c")
        let result = folder.appendingPathComponent("clock.so")
        try source.write(to: text, atomically: true, encoding: .utf8)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "sh", "-c",
            "clang -shared -fPIC -O1 -o \"$1\" \"$0\" || cc -shared -fPIC -O1 -o \"$1\" \"$0\"",
            text.path, result.path,
        ]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "no C compiler to make the test's clock with")
        return result
    }
}
