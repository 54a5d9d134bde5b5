/**
 * sys_gate - a call
 * @fd: a descriptor
 */
SYSCALL_DEFINE2(gate, int, fd, const char __user *, name)
{
}
/**
 * trace_gate - a trace point
 * @a: what
 */
TRACE_EVENT(gate, TP_PROTO(int a), TP_ARGS(a))
