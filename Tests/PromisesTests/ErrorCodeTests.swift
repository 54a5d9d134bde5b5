import Foundation
import Promises
import Testing

@Suite("The kernel's error codes") struct ErrorCodeTests {
    @Test("No name and no number stands twice, and a name is found with its number")
    func unique() {
        #expect(Set(ErrorCode.all.map(\.name)).count == ErrorCode.all.count)
        #expect(Set(ErrorCode.all.map(\.number)).count == ErrorCode.all.count)
        #expect(ErrorCode.all.allSatisfy { ErrorCode.number($0.name) == $0.number })
        #expect(ErrorCode.number("EOTHER") == nil && ErrorCode.number("-EIO") == nil)
    }

    @Test("What userspace knows of them has the numbers that the C library has, and is all there")
    func numbers() {
        let known = (1..<512).compactMap { POSIXErrorCode(rawValue: $0) }
        #expect(known.count > 100)
        for code in known { #expect(ErrorCode.number("\(code)") == code.rawValue) }
    }
}
