import Testing

@testable import KernelDoc

/// The names and types that the members of a struct's body are read as, one `name: type` a line.
private func members(_ body: String) -> String {
    let reading = readC("/**\n * struct pond - water\n */\nstruct pond {\n\(body)\n};\n")
    return reading.items.first?.parameters.map { "\($0.name): \($0.type)" }.joined(separator: "\n") ?? "no item"
}

struct MemberTests {
    @Test(
        "Members go by the names that kernel-doc gives them",
        arguments: [
            ("int a;", "a: int"),
            (
                "unsigned long a, *b, c[2], d:3;",
                "a: unsigned long\nb: unsigned long *\nc: unsigned long [2]\nd: unsigned long:3"
            ),
            ("const char * const *name;", "name: const char * const *"),
            ("u8 addr[6 + 2];", "addr: u8 [6 + 2]"),
            ("u8 table[ROWS][COLUMNS];", "table: u8 [ROWS][COLUMNS]"),
            ("int a : 4; int : 2;", "a: int:4"),
            ("int (*run)(struct pond *p, int n);", "run: int (*)(struct pond *p, int n)"),
            ("int (*rows[4])(void);", "rows: int (*[4])(void)"),
            ("int (*matrix)[8];", "matrix: int (*)[8]"),
            ("void (__rcu *handler)(int);", "handler: void (__rcu *)(int)"),
            ("int (*const fixed)(int);", "fixed: int (*const)(int)"),
            ("struct duck_ops;", "duck_ops: struct"),
            ("/* one */ int a; /* two; with a semicolon */ int b;", "a: int\nb: int"),
            ("// int gone;\nint a; // and this", "a: int"),
            ("int a; /* private: */ int b; /* public: */ int c; /* private: to the end */ int d;", "a: int\nc: int"),
            ("enum { ONE, TWO } number;", "number: enum"),
            (
                "#ifdef CONFIG_DUCK\nint a;\n#else\nint b;\n#endif",
                "#ifdef CONFIG_DUCK: \na: int\n#else: \nb: int\n#endif: "
            ),
        ])
    func plain(body: String, expected: String) {
        #expect(members(body) == expected)
    }

    @Test(
        "Members of nested structs and unions are brought up",
        arguments: [
            ("struct { int x; } a;", "a: struct\na.x: int"),
            ("struct point { int x; } a, *b;", "a: struct\na.x: int\nb: struct *\nb.x: int"),
            ("struct { int x; };", "{unnamed_struct}: struct\nx: int"),
            (
                "union { int x; struct { u8 y, *z; } in[2]; } a;",
                "a: union\na.x: int\na.in: struct\na.in.y: u8\na.in.z: u8 *"
            ),
            (
                "union { struct { int x; }; int y; };",
                "{unnamed_union}: union\n{unnamed_struct}: struct\nx: int\ny: int"
            ),
            ("struct { int (*run)(int n); int n:3; } a;", "a: struct\na.run: int (*)(int n)\na.n: int"),
            ("struct __packed { int x; } __aligned(4) a;", "a: struct\na.x: int"),
            ("struct /* told apart */ { int x; };", "{unnamed_struct}: struct\nx: int"),
        ])
    func nested(body: String, expected: String) {
        #expect(members(body) == expected)
    }

    @Test(
        "Macros that declare members are spelled out, attributes are left out",
        arguments: [
            ("DECLARE_BITMAP(map, BITS);", "map: unsigned long [BITS_TO_LONGS(BITS)]"),
            ("DECLARE_HASHTABLE(table, 4);", "table: unsigned long [1 << ((4) - 1)]"),
            ("DECLARE_KFIFO(queue, struct duck, 16);", "queue: struct duck *"),
            ("DECLARE_KFIFO_PTR(queue, int);", "queue: int *"),
            ("DECLARE_FLEX_ARRAY(int, rest);", "rest: int []"),
            ("__DECLARE_FLEX_ARRAY(struct duck, rest);", "rest: struct duck []"),
            ("DEFINE_DMA_UNMAP_ADDR(addr); DEFINE_DMA_UNMAP_LEN(len);", "addr: dma_addr_t\nlen: __u32"),
            (
                "__ETHTOOL_DECLARE_LINK_MODE_MASK(modes);",
                "modes: unsigned long [BITS_TO_LONGS(__ETHTOOL_LINK_MODE_MASK_NBITS)]"
            ),
            ("DECLARE_PHY_INTERFACE_MASK(mask);", "mask: unsigned long [BITS_TO_LONGS(PHY_INTERFACE_MODE_MAX)]"),
            ("struct_group(both, int a; int b;);", "a: int\nb: int"),
            ("struct_group_attr(both, __packed, int a; );", "a: int"),
            ("struct_group_tagged(pair, both, int a; int b;);", "both: struct pair\na: int\nb: int"),
            ("__struct_group(pair, both, __packed, int a;);", "a: int"),
            ("int a __aligned(sizeof(long)); int b __packed;", "a: int\nb: int"),
            ("int a __attribute__((aligned(8), packed));", "a: int"),
            ("u8 data[] __counted_by(len); int b ____cacheline_aligned_in_smp;", "data: u8 []\nb: int"),
            ("u32 a ____cacheline_aligned; void *ctx[] CRYPTO_MINALIGN_ATTR;", "a: u32\nctx: void *[]"),
            ("unsigned long __packed_size;", "__packed_size: unsigned long"),
        ])
    func macros(body: String, expected: String) {
        #expect(members(body) == expected)
    }

    @Test("Comments on members describe them, on one line or on many")
    func inlineComments() throws {
        let reading = readC(
            """
            /**
             * struct pond - water
             * @a: above
             */
            struct pond {
            	int a;
            	/** @b: on one line */
            	int b;
            	/**
            	 * @c: on
            	 *   many
            	 */
            	int c;
            	/* no documentation */
            	int d;
            };
            """)
        let item = try #require(reading.items.first)
        #expect(item.parameters.map(\.text.string) == ["above", "on one line", "on\n  many", ""])
        #expect(item.parameters.map(\.line) == [3, 7, 10, 0])
        #expect(item.parameters.map(\.isInline) == [false, true, true, false])
        #expect(reading.diagnostics.map(\.message) == ["struct member 'd' not described in 'pond'"])
        #expect(reading.diagnostics.map(\.line) == [16])
    }

    @Test("A typedef of a struct without a tag is a struct of the typedef's name")
    func typedefStruct() throws {
        let item = try #require(
            readC("/**\n * struct pond_t - water\n */\ntypedef struct { int a; } __packed pond_t;\n").items.first)
        #expect(item.kind == .struct && item.name == "pond_t" && item.parameters.map(\.name) == ["a"])
    }

    @Test("An empty body is a body")
    func emptyBody() {
        #expect(readC("/**\n * union none - of nothing\n */\nunion none {};\n").items.map(\.kind) == [.union])
    }

    @Test("Nesting beyond all use is given up, with a warning")
    func tooDeep() {
        let text = String(repeating: "struct { ", count: 40) + "int x;" + String(repeating: "} a, b;", count: 40)
        for body in [
            text, String(repeating: "struct { ", count: 30) + "int x;" + String(repeating: "} a, b, c, d;", count: 30),
        ] {
            let reading = readC(
                "/**\n * struct pond - water\n */\nstruct pond { \(body) };\n/**\n * f() - g\n */\nint f(void);\n")
            #expect(reading.items.map(\.name) == ["f"])
            #expect(reading.diagnostics.map(\.message) == ["the members of 'pond' are nested too deep to be named"])
        }
    }
}
