// SPDX-License-Identifier: Apache-2.0
/*
 * Asks the probe for nonsense: unknown steps, handles and addresses that are none, descriptors that are closed, several
 * threads at once in one world, and processes that die in the middle. All of it by chance, and always the same chance.
 * The kernel must come out of it without a word; what each step answers does not matter.
 */
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../probe/specgen_probe.h"

#define ROUNDS 60
#define STEPS 250
#define THREADS 3

static uint64_t next(uint64_t *chance)
{
	*chance ^= *chance << 13;
	*chance ^= *chance >> 7;
	*chance ^= *chance << 17;
	return *chance;
}

/* Mostly numbers that mean something. */
static uint64_t argument(uint64_t *chance)
{
	static const uint64_t odd[] = { 0, 1, 2, 3, 4096, 16384, 63, 64, 1 << 20, UINT64_MAX, UINT64_MAX - 4095,
					0xffffc90000000000, 0xffff888000000000, 0x7f0000000000 };

	return next(chance) % 3 ? next(chance) % 12 : odd[next(chance) % (sizeof(odd) / sizeof(*odd))];
}

struct player {
	int world;
	uint64_t chance;
};

static void *play(void *data)
{
	struct player *player = data;
	uint64_t *chance = &player->chance;
	uint64_t address = 0;

	for (int i = 0; i < STEPS; i++) {
		struct specgen_step step = { .step = next(chance) % (SPECGEN_STEPS + 2) };

		for (int j = 0; j < 4; j++)
			step.arg[j] = argument(chance);
		/* These two would only take long. */
		if (step.step == SPECGEN_FENCE)
			step.arg[0] %= 20;
		if (step.step == SPECGEN_LOCK)
			step.step = next(chance) % 8 ? SPECGEN_WAITERS : SPECGEN_LOCK;
		if (step.step == SPECGEN_VUNMAP && next(chance) % 2)
			step.arg[0] = address;
		if (ioctl(player->world, SPECGEN_PROBE_STEP, &step))
			continue;
		if (step.step == SPECGEN_VMAP && !step.status)
			address = step.arg[0];
		if (step.step == SPECGEN_LOCK) {
			step.step = SPECGEN_UNLOCK;
			ioctl(player->world, SPECGEN_PROBE_STEP, &step);
		}
		if (step.step == SPECGEN_FD && step.status > 2 && next(chance) % 2)
			close(step.status);
		if (next(chance) % 16 == 0)
			mmap(NULL, 4096 * (1 + next(chance) % 6), PROT_READ | PROT_WRITE, MAP_SHARED, player->world, 0);
	}
	return NULL;
}

/* One process: a world that is exported properly, mostly, and then played with. */
static void round_of(uint64_t chance)
{
	struct player players[THREADS];
	pthread_t threads[THREADS];
	struct specgen_step export = { .step = SPECGEN_EXPORT };
	int world = open("/dev/specgen-probe", O_RDWR);

	export.arg[0] = 4096 * (1 + next(&chance) % 8);
	export.arg[1] = next(&chance) % 4 ? (1 << SPECGEN_CALLBACKS) - 1 : next(&chance);
	export.arg[2] = next(&chance) % SPECGEN_STORAGES;
	export.arg[3] = O_RDWR;
	ioctl(world, SPECGEN_PROBE_STEP, &export);
	ioctl(world, SPECGEN_PROBE_STEP, NULL);
	ioctl(world, SPECGEN_PROBE_STEP, (void *)1);
	ioctl(world, 0xdeadbeef, &export);
	for (int i = 0; i < THREADS; i++) {
		players[i] = (struct player){ .world = world, .chance = next(&chance) | 1 };
		pthread_create(&threads[i], NULL, play, &players[i]);
	}
	if (next(&chance) % 4 == 0)
		kill(getpid(), SIGKILL);
	if (next(&chance) % 4 == 0)
		close(world);
	for (int i = 0; i < THREADS; i++)
		pthread_join(threads[i], NULL);
	_exit(0);
}

int main(void)
{
	/* What a callback sends that returns -ERESTARTSYS. */
	signal(SIGUSR2, SIG_IGN);
	for (int i = 0; i < ROUNDS; i++) {
		pid_t child = fork();

		if (!child)
			round_of(0x9E3779B97F4A7C15 * (i + 1));
		waitpid(child, NULL, 0);
	}
	/* What the last worlds left to do later has been done by then. */
	sleep(1);
	printf("nonsense: the kernel is still there after %d rounds\n", ROUNDS);
	return 0;
}
