import Foundation

/// The types of the running kernel, as the kernel itself describes them (BTF, `Documentation/bpf/btf.rst`).
struct KernelTypes: Sendable {
    static let path = "/sys/kernel/btf/vmlinux"

    /// Those of the kernel that this process runs on; nil when it does not describe them.
    static let running = (try? Data(contentsOf: URL(filePath: path))).flatMap { KernelTypes(Array($0)) }

    private let bytes: [UInt8]
    private let strings: Int
    /// Where each type's description begins, by its number; 0 is `void`.
    private let types: [Int]
    /// Numbers of functions, by name.
    private let functions: [String: Int]

    /// What is read here of the kinds of types.
    private enum Kind {
        static let integer = 1
        static let pointer = 2
        static let array = 3
        static let structure = 4
        static let union = 5
        static let enumeration = 6
        static let forward = 7
        static let volatile = 9
        static let const = 10
        static let restrict = 11
        static let function = 12
        static let prototype = 13
        static let variable = 14
        static let section = 15
        static let declarationTag = 17
        static let typeTag = 18
        static let enumeration64 = 19
    }

    /// - Parameter wanted: of functions, those whose name begins so are kept in mind.
    /// - Returns: nil when the bytes are not BTF of this machine's byte order.
    init?(_ bytes: [UInt8], functionsBeginning wanted: String = "dma_buf_") {
        self.bytes = bytes
        guard bytes.count >= 24, Self.number(bytes, 0, 2) == 0xEB9F else { return nil }
        let header = Self.number(bytes, 4, 4)
        let start = header + Self.number(bytes, 8, 4)
        let end = start + Self.number(bytes, 12, 4)
        strings = header + Self.number(bytes, 16, 4)
        guard end <= bytes.count, strings <= bytes.count else { return nil }
        var types = [0]
        var functions: [String: Int] = [:]
        let prefix = Array(wanted.utf8)
        var place = start
        while place + 12 <= end {
            let info = Self.number(bytes, place + 4, 4)
            let kind = info >> 24 & 0x1F
            if kind == Kind.function {
                let name = strings + Self.number(bytes, place, 4)
                if name + prefix.count <= bytes.count, bytes[name..<name + prefix.count].elementsEqual(prefix) {
                    functions[Self.string(bytes, name)] = types.count
                }
            }
            types.append(place)
            place += 12 + Self.extra(kind, count: info & 0xFFFF)
        }
        self.types = types
        self.functions = functions
    }

    /// How many bytes follow the common part of a description.
    private static func extra(_ kind: Int, count: Int) -> Int {
        switch kind {
        case Kind.integer, Kind.variable, Kind.declarationTag: 4
        case Kind.array: 12
        case Kind.structure, Kind.union, Kind.section, Kind.enumeration64: 12 * count
        case Kind.enumeration, Kind.prototype: 8 * count
        default: 0
        }
    }

    /// The prototype in C of a function, without parameter names (`int (struct a *, enum b)`); nil when the kernel has
    /// none of that name.
    func prototype(named name: String) -> String? {
        guard let function = functions[name].map({ types[$0] }) else { return nil }
        let number = Self.number(bytes, function + 8, 4)
        guard types.indices.contains(number), number > 0 else { return nil }
        let prototype = types[number]
        let count = Self.number(bytes, prototype + 4, 4) & 0xFFFF
        let parameters = (0..<count).map { words(Self.number(bytes, prototype + 12 + 8 * $0 + 4, 4), depth: 0) }
        let result = words(Self.number(bytes, prototype + 8, 4), depth: 0)
        let list = parameters.isEmpty ? "void" : parameters.joined(separator: ", ")
        return result + (result.hasSuffix("*") ? "(" : " (") + list + ")"
    }

    /// A type as C spells it; a pointer's `*` ends it.
    private func words(_ number: Int, depth: Int) -> String {
        guard number > 0, depth < 32 else { return "void" }
        guard types.indices.contains(number) else { return "?" }
        let place = types[number]
        let info = Self.number(bytes, place + 4, 4)
        let name = Self.string(bytes, strings + Self.number(bytes, place, 4))
        let next = Self.number(bytes, place + 8, 4)
        switch info >> 24 & 0x1F {
        case Kind.pointer:
            let target = words(next, depth: depth + 1)
            return target + (target.hasSuffix("*") ? "*" : " *")
        case Kind.structure: return "struct " + name
        case Kind.union: return "union " + name
        case Kind.enumeration, Kind.enumeration64: return "enum " + name
        // The highest bit tells a union that is only declared from a struct.
        case Kind.forward: return (info >> 31 == 1 ? "union " : "struct ") + name
        case Kind.const: return "const " + words(next, depth: depth + 1)
        case Kind.volatile: return "volatile " + words(next, depth: depth + 1)
        case Kind.restrict, Kind.typeTag: return words(next, depth: depth + 1)
        case Kind.prototype: return "function"
        // The compiler's own spelling of these.
        case Kind.integer where name == "long unsigned int": return "unsigned long"
        case Kind.integer where name == "long int": return "long"
        default: return name
        }
    }

    /// A little-endian number; 0 outside of the bytes.
    private static func number(_ bytes: [UInt8], _ place: Int, _ size: Int) -> Int {
        guard place >= 0, place + size <= bytes.count else { return 0 }
        var value = 0
        for index in (0..<size).reversed() { value = value << 8 | Int(bytes[place + index]) }
        return value
    }

    private static func string(_ bytes: [UInt8], _ place: Int) -> String {
        guard bytes.indices.contains(place) else { return "" }
        return String(decoding: bytes[place...].prefix { $0 != 0 }, as: UTF8.self)
    }
}
