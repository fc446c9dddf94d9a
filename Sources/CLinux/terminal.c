#include "include/terminal.h"
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

int briefd_terminal_columns(int descriptor) {
    struct winsize size;
    return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

int briefd_terminal_rows(int descriptor) {
    struct winsize size;
    return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_row : 0;
}

// The other screen, without a cursor; and back (xterm's control sequences, which all terminals of today know).
static const char enter[] = "\033[?1049h\033[?25l";
static const char leave[] = "\033[?25h\033[?1049l";
static const int endings[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGABRT, SIGSEGV, SIGILL, SIGTRAP, SIGPIPE, SIGTSTP};

static struct termios before;
static volatile sig_atomic_t is_taken;

static void say(const char *text, size_t length) {
    // A terminal that is gone needs nothing.
    if (write(STDOUT_FILENO, text, length) < 0) return;
}

static int take(void) {
    struct termios keys = before;
    keys.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
    keys.c_cc[VMIN] = 1;
    keys.c_cc[VTIME] = 0;
    if (tcsetattr(STDIN_FILENO, TCSANOW, &keys) != 0) return -1;
    say(enter, sizeof enter - 1);
    is_taken = 1;
    return 0;
}

void briefd_terminal_give_back(void) {
    if (!is_taken) return;
    is_taken = 0;
    say(leave, sizeof leave - 1);
    tcsetattr(STDIN_FILENO, TCSANOW, &before);
}

static void on_ending(int number) {
    int saved = errno;
    briefd_terminal_give_back();
    // The handler is gone by now (SA_RESETHAND): this ends, or stops, the process.
    raise(number);
    if (number == SIGTSTP) {
        struct sigaction action;
        memset(&action, 0, sizeof action);
        action.sa_handler = on_ending;
        action.sa_flags = (int)(SA_RESETHAND | SA_NODEFER);
        sigaction(SIGTSTP, &action, NULL);
        take();
    }
    errno = saved;
}

int briefd_terminal_take(void) {
    if (tcgetattr(STDIN_FILENO, &before) != 0) return -1;
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = on_ending;
    action.sa_flags = (int)(SA_RESETHAND | SA_NODEFER);
    for (size_t index = 0; index < sizeof endings / sizeof *endings; index++)
        sigaction(endings[index], &action, NULL);
    atexit(briefd_terminal_give_back);
    return take();
}

int briefd_terminal_key(int milliseconds) {
    struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
    int ready = poll(&input, 1, milliseconds);
    if (ready == 0 || (ready < 0 && errno == EINTR)) return -1;
    unsigned char key;
    ssize_t count = ready < 0 ? 0 : read(STDIN_FILENO, &key, 1);
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) return -1;
    return count == 1 ? key : -2;
}
