// Stands between a program and the system (LD_PRELOAD), and makes one call that writes, renames or removes something
// fail, or kills the program just before it.
//
// FAULT_ROOT    calls on what lies below this path count, and no others
// FAULT_AT      the number of the call, from 1
// FAULT_ERROR   the error that it gives; without one the program is killed
// FAULT_LOG     a file that takes the name of every call that counts
// FAULT_PLAIN   where set, two folders cannot change places in one step
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;
static int calls;

// 0, or the error that this call must give.
static int fault(const char *name, const char *path)
{
    const char *root = getenv("FAULT_ROOT");
    if (!root || !path || strncmp(path, root, strlen(root)) != 0)
        return 0;
    pthread_mutex_lock(&gate);
    int number = ++calls;
    const char *log = getenv("FAULT_LOG");
    if (log)
    {
        char line[64];
        int length = snprintf(line, sizeof line, "%s\n", name);
        int file = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND, 0600);
        syscall(SYS_write, file, line, length);
        syscall(SYS_close, file);
    }

    pthread_mutex_unlock(&gate);
    const char *at = getenv("FAULT_AT");
    if (!at || number != atoi(at))
        return 0;
    const char *error = getenv("FAULT_ERROR");
    if (!error)
        kill(getpid(), SIGKILL);
    return atoi(error);
}

static int fault_at(const char *name, int file)
{
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    long length = syscall(SYS_readlinkat, AT_FDCWD, link, path, sizeof path - 1);
    if (length < 0)
        return 0;
    path[length] = 0;
    return fault(name, path);
}

#define FAIL_IF(fault) do { int error_ = (fault); if (error_) { errno = error_; return -1; } } while (0)

static int open_file(int folder, const char *path, int flags, int mode)
{
    if (flags & O_CREAT)
        FAIL_IF(fault("open", path));
    return syscall(SYS_openat, folder, path, flags, mode);
}

#define MODE va_list rest; va_start(rest, flags); int mode = va_arg(rest, int); va_end(rest)

int open(const char *path, int flags, ...) { MODE; return open_file(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE; return open_file(AT_FDCWD, path, flags, mode); }
int openat(int folder, const char *path, int flags, ...) { MODE; return open_file(folder, path, flags, mode); }
int openat64(int folder, const char *path, int flags, ...) { MODE; return open_file(folder, path, flags, mode); }

ssize_t write(int file, const void *bytes, size_t count)
{
    FAIL_IF(fault_at("write", file));
    return syscall(SYS_write, file, bytes, count);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t at)
{
    FAIL_IF(fault_at("write", file));
    return syscall(SYS_pwrite64, file, bytes, count, at);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t at) { return pwrite64(file, bytes, count, at); }

ssize_t pwritev64(int file, const struct iovec *parts, int count, off64_t at)
{
    FAIL_IF(fault_at("write", file));
    return syscall(SYS_pwritev, file, parts, count, at, 0);
}

ssize_t pwritev(int file, const struct iovec *parts, int count, off_t at)
{
    return pwritev64(file, parts, count, at);
}

int ftruncate64(int file, off64_t length)
{
    FAIL_IF(fault_at("ftruncate", file));
    return syscall(SYS_ftruncate, file, length);
}

int ftruncate(int file, off_t length) { return ftruncate64(file, length); }

int fsync(int file)
{
    FAIL_IF(fault_at("fsync", file));
    return syscall(SYS_fsync, file);
}

int rename(const char *from, const char *to)
{
    FAIL_IF(fault("rename", to));
    return syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int renameat2(int one, const char *from, int other, const char *to, unsigned flags)
{
    FAIL_IF(getenv("FAULT_PLAIN") ? EINVAL : fault("exchange", to));
    return syscall(SYS_renameat2, one, from, other, to, flags);
}

int link(const char *from, const char *to)
{
    FAIL_IF(fault("link", to));
    return syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int unlink(const char *path)
{
    FAIL_IF(fault("unlink", path));
    return syscall(SYS_unlinkat, AT_FDCWD, path, 0);
}

int rmdir(const char *path)
{
    FAIL_IF(fault("rmdir", path));
    return syscall(SYS_unlinkat, AT_FDCWD, path, AT_REMOVEDIR);
}

int mkdir(const char *path, mode_t mode)
{
    // Of a folder that is there already nothing is made.
    if (access(path, F_OK) != 0)
        FAIL_IF(fault("mkdir", path));
    return syscall(SYS_mkdirat, AT_FDCWD, path, mode);
}

int chmod(const char *path, mode_t mode)
{
    FAIL_IF(fault("chmod", path));
    return syscall(SYS_fchmodat, AT_FDCWD, path, mode);
}

// Functions that are looked up by their names would pass us by.
void *dlsym(void *library, const char *name)
{
    static void *(*real)(void *, const char *);
    const char *versions[] = { "GLIBC_2.34", "GLIBC_2.2.5", "GLIBC_2.17" };
    for (int i = 0; i < 3 && !real; i++)
        real = (void *(*)(void *, const char *))dlvsym(RTLD_NEXT, "dlsym", versions[i]);
    return strcmp(name, "renameat2") == 0 ? (void *)renameat2
        : strcmp(name, "fsync") == 0 ? (void *)fsync
        : real(library, name);
}
