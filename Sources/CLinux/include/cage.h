#pragma once
#include <stdint.h>

/// What a process may still take once it is caged; bytes and seconds of processor time.
struct briefd_cage_limits {
    uint64_t data, address_space, processor_seconds;
};

/// What became of each step of the cage: 0 where it is in force, else the errno that refused it.
struct briefd_cage_steps {
    int32_t privileges, files, calls, limits;
    /// The version of Landlock's interface that was used, 0 without it.
    int32_t landlock;
};

/// Locks the calling process, which has one thread, into a cage for good: it may read, write and close the descriptors
/// that it has, take memory, and end. It gains no rights, opens no file, makes no socket and no process, signals and
/// traces nobody. A step that the kernel does not have is left out, and said.
struct briefd_cage_steps briefd_enter_cage(struct briefd_cage_limits limits);

/// What this kernel would let `briefd_enter_cage` do; changes nothing.
struct briefd_cage_steps briefd_probe_cage(void);

/// Nobody but root may look into this process, trace it or take its memory from a core dump (PR_SET_DUMPABLE of
/// prctl(2)): other processes of the same account are strangers.
void briefd_close_process(void);

/// The calling process ends with the thread that started it.
void briefd_end_with_parent(void);

/// In what order the kernel looks for processes to kill when memory is short: 0 as usual, 1000 first. Raising it is
/// allowed to everybody (proc_pid_oom_score_adj(5)).
void briefd_offer_to_killer(int32_t score);
