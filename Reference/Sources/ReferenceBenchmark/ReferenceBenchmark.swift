/// What the reference's main calls cost: each by itself, and against the number of buffers on the machine, of pages in
/// a buffer, and of its mappings. None may grow faster than its work: buffers that are not touched cost nothing, pages
/// and mappings at most their number.
@main
enum ReferenceBenchmark {
    static let sizes = [1, 8, 64, 512]

    static func main() {
        print("the reference's calls, microseconds a call (best of 5 rounds)")
        table("buffers on the machine") { Workbench(buffers: $0) }
        table("pages in the buffer") { Workbench(pages: $0) }
        table("mappings of the buffer in userspace") { Workbench(mappings: $0) }
    }

    private static func table(_ title: String, _ make: (Int) -> Workbench?) {
        var rows: [(name: String, costs: [Double])] = []
        for size in sizes {
            guard let bench = make(size) else {
                print("  \(title): no machine with \(size)")
                return
            }
            for (index, call) in bench.calls.enumerated() {
                if index == rows.count { rows.append((call.name, [])) }
                rows[index].costs.append(microseconds(call.body))
            }
        }
        print("\n  " + padded(title, 50) + sizes.map { padded("\($0)", -10) }.joined())
        for row in rows { print("  " + padded(row.name, 50) + row.costs.map { padded(figure($0), -10) }.joined()) }
    }

    /// The best of five rounds, each long enough for the clock.
    private static func microseconds(_ body: () -> Void) -> Double {
        let clock = ContinuousClock()
        var count = 1
        var best = Double.infinity
        var rounds = 0
        while rounds < 5 {
            let elapsed = clock.measure { for _ in 0..<count { body() } }
            let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
            if seconds < 0.005, count < 1 << 20 {
                count *= 2
                continue
            }
            best = min(best, seconds * 1e6 / Double(count))
            rounds += 1
        }
        return best
    }

    private static func figure(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    /// Filled with blanks to a width: on the right, or for a negative one on the left.
    private static func padded(_ text: String, _ width: Int) -> String {
        let blanks = String(repeating: " ", count: max(0, abs(width) - text.count))
        return width < 0 ? blanks + text : text + blanks
    }
}
