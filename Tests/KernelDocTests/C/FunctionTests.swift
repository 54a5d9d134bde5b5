import Testing

@testable import KernelDoc

/// What a declaration behind a comment on `name` is read as.
private func function(_ name: String, _ declaration: String) -> String {
    let reading = readC("/**\n * \(name) - does something\n */\n\(declaration)\n")
    guard let item = reading.items.first else { return "no item" }
    let parameters = item.parameters.map { $0.type.isEmpty ? $0.name : "\($0.name): \($0.type)" }
    return "\(item.kind.rawValue) \(item.name)(\(parameters.joined(separator: "; ")))"
}

struct FunctionTests {
    @Test(
        "Prototypes are read as kernel-doc reads them",
        arguments: [
            ("int f(void);", "function f(void)"),
            ("int f();", "function f()"),
            (
                "static inline struct a *f(struct a **p, unsigned long n) {",
                "function f(p: struct a **; n: unsigned long)"
            ),
            ("struct a * __must_check f(int a)\n{", "function f(a: int)"),
            (
                "void f(int a,\n       char *b, /* not last */\n       bool c);",
                "function f(a: int; b: char *; c: bool)"
            ),
            ("void f(int (*cb)(void *, int), void *arg);", "function f(cb: int (*)(void *, int); arg: void *)"),
            ("void f(const char *fmt, ...);", "function f(fmt: const char *; ...: ...)"),
            ("void f(u8 key[16], int n[ROWS * 2]);", "function f(key: u8 [16]; n: int [ROWS * 2])"),
            ("void f(int, struct a *);", "function f(int; : struct a *)"),
            ("int __init f(int a) __acquires(lock);", "function f(a: int)"),
            ("__printf(1, 2) int f(int a);", "function f(a: int)"),
            ("__attribute__((format(printf, 1, 2))) void f(int a);", "function f(a: int)"),
            ("void *f_noprof(size_t n) __alloc_size(1);", "function f(n: size_t)"),
            ("int (*f)(struct a *p);", "function f(p: struct a *)"),
            ("#ifdef X\nint f(int a)\n#else\n{", "function f(a: int)"),
            (
                "void f(void (*const done)(int), int (*const rows)[2]);",
                "function f(done: void (*const)(int); rows: int (*const)[2])"
            ),
            ("char * const f(int a);", "no item"),
            ("int g(int a);", "no item"),
        ])
    func prototypes(declaration: String, expected: String) {
        #expect(function("f()", declaration) == expected)
    }

    @Test(
        "Macros are documented with arguments, with a value, and not with neither",
        arguments: [
            ("#define f(a, b) ((a) + (b))", "macro f(a; b)"),
            ("#define f(a, args...) \\\n\tg(a, ##args)", "macro f(a; args: ...)"),
            ("#define f(...) g(__VA_ARGS__)", "macro f(...: ...)"),
            ("#define f() do { } while (0)", "macro f()"),
            ("# define f 12", "macro f()"),
            ("#define f (1 << 2)", "macro f()"),
            ("#define f", "no item"),
        ])
    func macros(declaration: String, expected: String) {
        #expect(function("f", declaration) == expected)
    }

    @Test(
        "System calls and trace events are the functions that their macros make",
        arguments: [
            ("sys_duck", "SYSCALL_DEFINE0(duck)\n{", "function sys_duck(void)"),
            (
                "sys_duck()", "SYSCALL_DEFINE3(duck, int, fd, const char __user *, name,\n\t\tsize_t, len)\n{",
                "function sys_duck(fd: int; name: const char __user *; len: size_t)"
            ),
            (
                "duck_fed", "TRACE_EVENT(duck_fed,\n\tTP_PROTO(struct duck *duck, int n),\n\tTP_ARGS(duck, n)\n);",
                "function trace_duck_fed(duck: struct duck *; n: int)"
            ),
            (
                "duck_fed", "DEFINE_EVENT(duck_class, duck_fed,\n\tTP_PROTO(int n), TP_ARGS(n));",
                "function trace_duck_fed(n: int)"
            ),
        ])
    func macrosForFunctions(name: String, declaration: String, expected: String) {
        #expect(function(name, declaration) == expected)
    }

    @Test(
        "The first line of a comment names the function in many ways",
        arguments: [
            "f - does something", "f() - does something", "f(): does something", "f(x) - does", "f", "f()",
            "int *f - does",
            "define f - does", "* f - does",
        ])
    func heads(head: String) {
        let reading = readC("/**\n * \(head)\n */\nint f(int x);\n")
        #expect(reading.items.map(\.name) == ["f"])
    }

    @Test(
        "Comments that only look like kernel-doc are none, and a warning says so",
        arguments: ["f does something", "f - g(x) is\u{2013}odd", "@file f.c", "Copyright (c) the ducks", "struct"])
    func impostors(head: String) {
        let reading = readC("/**\n * \(head)\n */\nint g(int x);\n")
        #expect(reading.items.isEmpty)
        #expect(reading.diagnostics.count == 1 && reading.diagnostics.allSatisfy { $0.severity == .warning })
    }

    @Test("Typedefs of functions are functions, others are typedefs")
    func typedefs() {
        let reading = readC(
            """
            /**
             * typedef visit_t - called for each
             * @n: the number
             */
            typedef bool (*visit_t)(int n, void *arg);
            /**
             * typedef plain_t - no pointer
             */
            typedef struct duck *plain_t(int n);
            /**
             * typedef number_t - a number
             */
            typedef unsigned long long number_t;
            """)
        #expect(reading.items.map(\.kind) == [.function, .function, .typedef])
        #expect(reading.items.map(\.name) == ["visit_t", "plain_t", "number_t"])
        #expect(reading.items.map { $0.parameters.map(\.name) } == [["n", "arg"], ["n"], []])
    }

    @Test("Constants are read with and without values, and conditional lines between them are skipped")
    func constants() {
        let reading = readC(
            """
            /**
             * enum mood - how it feels
             * @CALM: it sits
             * @GONE: no constant
             */
            enum mood {
            	CALM,
            #ifdef CONFIG_LOUD
            	LOUD = BIT(2) | FLAG(1, 2), /* loud, very */
            #endif
            	/* private: */
            	COUNT,
            };
            /**
             * enum - without a name
             */
            enum { ONE = 1, };
            /**
             * enum tag_t - a typedef
             */
            typedef enum { TWO } tag_t;
            """)
        #expect(reading.items.map(\.name) == ["mood", "(anonymous)", "tag_t"])
        #expect(reading.items.map { $0.parameters.map(\.name) } == [["CALM", "LOUD"], ["ONE"], ["TWO"]])
        #expect(
            reading.diagnostics.map(\.message).prefix(2) == [
                "Enum value 'LOUD' not described in enum 'mood'", "Excess enum value '%GONE' description in 'mood'",
            ])
    }
}
