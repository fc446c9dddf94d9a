#include "hang_up.h"

#include <signal.h>
#include <stddef.h>

static volatile sig_atomic_t came;

static void note(int signal) {
    (void)signal;
    came = 1;
}

void briefd_remember_hang_up(void) {
    struct sigaction action = {.sa_handler = note, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    sigaction(SIGHUP, &action, NULL);
}

int briefd_hang_up_came(void) { return came; }
