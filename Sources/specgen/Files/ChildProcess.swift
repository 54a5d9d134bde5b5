import Foundation

/// Another program, run to its end. It stays in this program's process group, so that an interrupt typed at the
/// terminal ends both.
enum ChildProcess {
    /// How a program ended.
    enum End: Equatable, CustomStringConvertible {
        case exited(Int32)
        case killed(signal: Int32)

        var description: String {
            switch self {
            case .exited(let status): "exit status \(status)"
            case .killed(let signal): String(cString: strsignal(signal))
            }
        }
    }

    /// Runs a program found on the `PATH`, without standard input.
    ///
    /// - Parameters:
    ///   - folder: its working directory.
    ///   - environment: beside the inherited one.
    ///   - line: is handed each line that the program prints, to whichever stream, without its line break.
    /// - Throws: `Failure` when the program cannot be started.
    static func run(
        _ program: String, _ arguments: [String], in folder: String, environment: [String: String] = [:],
        line: (String) -> Void
    ) throws(Failure) -> End {
        let (reading, writing) = try pipe(for: program)
        defer { close(reading) }
        var child = pid_t()
        // The shell changes the folder and is then replaced by the program; spawning has no portable way to do that.
        let problem = spawn(
            ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder, program] + arguments, environment, output: writing,
            child: &child)
        close(writing)
        guard problem == 0 else { throw Failure("cannot run \(program): \(systemMessage(problem))") }
        eachLine(of: reading, line)
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        let signal = status & 0x7F
        guard signal == 0 else { return .killed(signal: signal) }
        let code = status >> 8 & 0xFF
        guard code != shellFoundNone else {
            throw Failure("cannot run \(program)", advice: "install it, or put the folder that holds it on the PATH")
        }
        return .exited(code)
    }

    /// What a shell exits with when there is no such program.
    private static let shellFoundNone: Int32 = 127

    private static func pipe(for program: String) throws(Failure) -> (reading: Int32, writing: Int32) {
        var ends: [Int32] = [-1, -1]
        guard Foundation.pipe(&ends) == 0 else {
            throw Failure("cannot run \(program): \(systemMessage(errno))")
        }
        // Neither end is the child's business: it gets a copy of the writing one as its output.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }

    private static func spawn(
        _ arguments: [String], _ environment: [String: String], output: Int32, child: inout pid_t
    ) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO)
        let merged = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        var words = arguments.map { strdup($0) } + [nil]
        var settings = merged.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for string in words + settings { free(string) } }
        return posix_spawn(&child, arguments[0], &actions, nil, &words, &settings)
    }

    private static func eachLine(of descriptor: Int32, _ line: (String) -> Void) {
        var pending: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            for byte in buffer[..<count] {
                if byte == UInt8(ascii: "\n") {
                    line(String(decoding: pending, as: UTF8.self))
                    pending.removeAll(keepingCapacity: true)
                } else {
                    pending.append(byte)
                }
            }
        }
        if !pending.isEmpty { line(String(decoding: pending, as: UTF8.self)) }
    }
}
