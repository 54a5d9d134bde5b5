/* SPDX-License-Identifier: Apache-2.0 */

struct gate;

/**
 * struct gate_ops - what a keeper fills in
 */
struct gate_ops {
	/**
	 * @open:
	 *
	 * Called from gate_enter() for the first pass. This callback is
	 * mandatory.
	 *
	 * Returns:
	 *
	 * 0 on success. Can fail with -EAGAIN or -EINTR, and gate_enter() then
	 * fails with the same error code.
	 */
	int (*open)(struct gate *);

	/**
	 * @close:
	 *
	 * Called from gate_leave() for the last pass. This callback is optional.
	 */
	void (*close)(struct gate *);
};

/**
 * gate_create - makes a gate
 * @ops: [in] the keeper's callbacks
 *
 * Returns 0 on success, -EINVAL when the open callback is missing, and
 * -ENOMEM when no memory can be had.
 */
int gate_create(const struct gate_ops *ops);

/**
 * gate_enter - takes a pass
 * @gate: [in] the gate
 *
 * May be called again while passes are held.
 *
 * Returns 0 on success, or a negative error code from the open callback.
 */
int gate_enter(struct gate *gate);

/**
 * gate_leave - gives a pass back
 * @gate: [in] the gate
 *
 * The visitor must hold a pass. gate_leave() never fails.
 */
void gate_leave(struct gate *gate);
