#pragma once

// The columns of the terminal behind a descriptor (tty_ioctl(4), TIOCGWINSZ); 0 where there is none, or it does not say.
int briefd_terminal_columns(int descriptor);
// Its rows.
int briefd_terminal_rows(int descriptor);

// Takes the terminal of standard input and output over: another screen, keys one by one without an echo (termios(3)). It is
// given back at the end of the process, by exit(3) or by a signal that can be caught, and while it is stopped. 0; -1 and
// errno where there is no terminal.
int briefd_terminal_take(void);
void briefd_terminal_give_back(void);

// The next byte of standard input within so many milliseconds; -1 where none came, -2 where none will.
int briefd_terminal_key(int milliseconds);
