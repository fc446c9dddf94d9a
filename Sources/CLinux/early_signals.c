#include "early_signals.h"

#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <unistd.h>

/* Read by other threads than the one that the signal interrupts; lock-free, as a handler needs it. */
static atomic_int came;

static void note(int signal) {
    (void)signal;
    came = 1;
}

static void end(int signal) {
    (void)signal;
    _exit(0);
}

static void install(int signal, void (*handler)(int)) {
    struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    sigaction(signal, &action, NULL);
}

void briefd_hold_signals(void) {
    install(SIGHUP, note);
    install(SIGTERM, end);
    install(SIGINT, end);
}

int briefd_hang_up_came(void) { return came; }
