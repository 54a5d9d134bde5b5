/**
 * enum mood - moods
 * @CALM: the usual one
 */
enum mood { CALM = 1, LOUD, /* comment */ };

/**
 * typedef hook - called back
 * @a: what
 */
typedef int (*hook)(int a);

/**
 * GATE_MAX - most gates
 * @x: which
 */
#define GATE_MAX(x) \
	((x) + 1)

/**
 * DOC: Overview
 *
 * Gates are:
 *
 * - open
 * - closed
 */
