// SPDX-License-Identifier: Apache-2.0
/*
 * The first process of a machine that runs one set of tests: mounts what they need, loads the modules in /modules in
 * the order of their names, runs the program that /run.conf names, and switches the machine off. A program that
 * leaves nothing new in /tmp/results for a while hangs, and is ended.
 *
 * /run.conf: the program and its arguments, one a line, up to an empty line; then its environment, one a line.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/reboot.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MAX_WORDS 256
#define RESULTS "/tmp/results"
/* Seconds; the slowest start of the tests, on a busy machine without an accelerator, takes a third of that. */
#define PATIENCE 60

static void say(const char *what, const char *which)
{
	printf("init: %s %s: %s\n", what, which, strerror(errno));
}

static void mount_at(const char *type, const char *place)
{
	mkdir(place, 0755);
	if (mount(type, place, type, 0, NULL))
		say("cannot mount", place);
}

static int load(const char *name)
{
	int failed = 0;
	char path[512];
	int file;

	snprintf(path, sizeof(path), "/modules/%s", name);
	file = open(path, O_RDONLY | O_CLOEXEC);
	if (file < 0 || syscall(SYS_finit_module, file, "", 0)) {
		say("cannot load the module", name);
		failed = 1;
	}
	if (file >= 0)
		close(file);
	return failed;
}

static int load_modules(void)
{
	struct dirent **names;
	int count = scandir("/modules", &names, NULL, alphasort), failed = 0;

	for (int i = 0; i < count; i++)
		if (names[i]->d_name[0] != '.')
			failed |= load(names[i]->d_name);
	return failed;
}

/* Bytes of all results so far. */
static off_t results(void)
{
	DIR *folder = opendir(RESULTS);
	struct dirent *entry;
	struct stat status;
	off_t size = 0;

	while (folder && (entry = readdir(folder)))
		if (!fstatat(dirfd(folder), entry->d_name, &status, 0))
			size += status.st_size;
	if (folder)
		closedir(folder);
	return size;
}

/* Waits for the tests; ends them when nothing new comes. */
static int wait_for(pid_t child)
{
	off_t size = -1;
	int status = 0;
	time_t since = time(NULL);

	while (waitpid(child, &status, WNOHANG) != child) {
		if (results() != size) {
			size = results();
			since = time(NULL);
		} else if (time(NULL) - since > PATIENCE) {
			printf("init: the tests hang: nothing new for %d seconds\n", PATIENCE);
			kill(child, SIGKILL);
			/* Not waited for: what hangs in the kernel cannot be ended. */
			return SIGKILL;
		}
		usleep(50 * 1000);
	}
	return status;
}

/* Reads lines up to an empty one; the last word is NULL. */
static void read_words(FILE *file, char *words[MAX_WORDS])
{
	size_t size, count = 0;
	char *line = NULL;
	ssize_t length;

	while (count < MAX_WORDS - 1 && (length = getline(&line, &size, file)) > 1) {
		line[strcspn(line, "\n")] = 0;
		words[count++] = line;
		line = NULL;
		size = 0;
	}
	words[count] = NULL;
}

static void run(void)
{
	static char *arguments[MAX_WORDS], *environment[MAX_WORDS];
	FILE *file = fopen("/run.conf", "re");
	int status;
	pid_t child;

	if (!file) {
		say("cannot read", "/run.conf");
		return;
	}
	read_words(file, arguments);
	read_words(file, environment);
	fclose(file);
	if (!arguments[0]) {
		printf("init: /run.conf names no program\n");
		return;
	}
	child = fork();
	if (!child) {
		if (!chdir("/package"))
			execve(arguments[0], arguments, environment);
		say("cannot run", arguments[0]);
		_exit(127);
	}
	status = wait_for(child);
	if (WIFEXITED(status))
		printf("init: the tests ended with exit status %d\n", WEXITSTATUS(status));
	else
		printf("init: the tests were ended by signal %d (%s)\n", WTERMSIG(status), strsignal(WTERMSIG(status)));
}

int main(void)
{
	struct utsname system;

	setvbuf(stdout, NULL, _IONBF, 0);
	mount_at("proc", "/proc");
	mount_at("sysfs", "/sys");
	mount_at("devtmpfs", "/dev");
	mount_at("tmpfs", "/tmp");
	/* The kernel could not give this process a console before /dev was there. */
	int console = open("/dev/console", O_RDWR);
	for (int descriptor = 0; console >= 0 && descriptor < 3; descriptor++)
		dup2(console, descriptor);
	if (!uname(&system))
		printf("init: Linux %s\n", system.release);
	if (!load_modules())
		run();
	sync();
	reboot(RB_POWER_OFF);
	return 1;
}
