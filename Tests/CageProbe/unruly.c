#define _GNU_SOURCE
#include "unruly.h"
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// The frame of Sources/Workers/Frame.swift.
struct prefix {
    uint32_t head, body, number;
    uint8_t kind;
} __attribute__((packed));
enum { ANSWER = 4, REFUSAL = 5, READY = 7 };

static int give(const void *bytes, size_t count) {
    for (const char *next = bytes; count;) {
        ssize_t written = write(1, next, count);
        if (written <= 0) return -1;
        next += written;
        count -= (size_t)written;
    }
    return 0;
}

static void send_frame(uint8_t kind, uint32_t number, const char *head) {
    struct prefix prefix = {(uint32_t)strlen(head), 0, number, kind};
    give(&prefix, sizeof prefix);
    give(head, strlen(head));
}

static int take(void *bytes, size_t count) {
    for (char *next = bytes; count;) {
        ssize_t got = read(0, next, count);
        if (got <= 0) return -1;
        next += got;
        count -= (size_t)got;
    }
    return 0;
}

/// Its number, or -1 at the end.
static int64_t take_request(void) {
    struct prefix prefix;
    if (take(&prefix, sizeof prefix)) return -1;
    size_t rest = (size_t)prefix.head + prefix.body;
    char *bytes = malloc(rest + 1);
    int failed = !bytes || take(bytes, rest);
    free(bytes);
    return failed ? -1 : prefix.number;
}

/// The answer that tests look for: which process gave it, and to which of its requests.
static void refuse(uint32_t number) {
    char head[] = "{\"code\":\"answered\",\"description\":\"to ?\"}";
    *strchr(head, '?') = (char)('0' + number % 10);
    send_frame(REFUSAL, number, head);
}

static void misbehave(const char *name, uint32_t number) {
    struct prefix huge = {0x1fffffff, 0x1fffffff, number, ANSWER};
    if (!strcmp(name, "dies")) raise(SIGSEGV);
    if (!strcmp(name, "intrudes")) raise(SIGSYS);
    if (!strcmp(name, "sleeps")) sleep(600);
    if (!strcmp(name, "hangs-up")) exit(0);
    if (!strcmp(name, "burns"))
        for (volatile int i = 0;; i++) {}
    if (!strcmp(name, "dozes")) {
        sleep(4);
        refuse(number);
    }
    if (!strcmp(name, "claims")) {
        give(&huge, sizeof huge);
        sleep(600);
    }
    if (!strcmp(name, "floods")) {
        static char zeros[1 << 20];
        struct prefix large = {8 << 20, 0, number, ANSWER};
        give(&large, sizeof large);
        for (int i = 0; i < 4096 && !give(zeros, sizeof zeros); i++) {}
    }
    if (!strcmp(name, "garbage")) give("garbage, more than a prefix of it", 33);
    if (!strcmp(name, "misnumbers")) refuse(number + 1);
    if (!strcmp(name, "twice")) {
        refuse(number);
        refuse(number);
    }
    if (!strcmp(name, "ahead")) {
        refuse(number);
        refuse(number + 1);
    }
    if (!strcmp(name, "talks")) {
        static const char line[] = "line\x1b[31m one\nlevel=error forged\n";
        for (int i = 0; i < 4096; i++)
            if (write(2, line, sizeof line - 1) < 0) break;
        refuse(number);
    }
    if (!strcmp(name, "wrong-json")) send_frame(ANSWER, number, "{\"article\":7}");
}

int be_unruly(const char *name) {
    if (!strcmp(name, "silent")) sleep(600);
    if (!strcmp(name, "stillborn")) return 1;
    send_frame(READY, 0,
               "{\"privileges\":0,\"files\":0,\"calls\":0,\"limits\":0,\"landlock\":1}");
    for (int64_t number; (number = take_request()) >= 0;) misbehave(name, (uint32_t)number);
    return 0;
}
