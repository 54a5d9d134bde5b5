/**
 * struct gate - a gate
 * @open: whether it is open
 * @inner.deep: nested
 */
struct gate {
	bool open:1;
	/** @count: how many passes are out */
	atomic_t count[2];
	union {
		/**
		 * @name:
		 *
		 * Must be unique.
		 */
		const char *name;
		struct { int deep; } inner, other;
	};
	DECLARE_BITMAP(bits, 64);
	/* private: */
	int (*hook)(struct gate *);
#ifdef X
	int odd;
#endif
} __packed;
