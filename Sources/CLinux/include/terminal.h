#pragma once

// The columns of the terminal behind a descriptor (tty_ioctl(4), TIOCGWINSZ); 0 where there is none, or it does not say.
int briefd_terminal_columns(int descriptor);
