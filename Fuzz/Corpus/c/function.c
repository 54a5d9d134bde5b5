/**
 * gate_enter() - takes a pass
 * @gate: the gate, which must be &struct gate.open
 * @wait: whether to wait, %true or %false
 * @...: names
 *
 * A caller must hold the lock. It must not sleep::
 *
 *   gate_lock(gate);
 *
 * Context: Any context.
 * Return: 0 on success, -EBUSY when the gate is closed
 */
int gate_enter(struct gate *gate, bool (*wait)(void *), ...) { }
EXPORT_SYMBOL_GPL(gate_enter);
