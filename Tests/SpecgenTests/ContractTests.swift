import Compliance
import Foundation
import Testing

extension PackagesOfTheirOwn {
    /// Old text and new contradict each other: what the one says is true of a reference that keeps the one contract, and
    /// fails on a reference that keeps the other.
    @Suite("Contracts")
    struct ContractTests {
        /// Sentences of which each contract keeps one half.
        private static let text = """
            # Ending an access

            The interface was:

            ```c
            void dma_buf_end_cpu_access(struct dma_buf *dmabuf, enum dma_data_direction direction);
            ```

            # Ending an access, today

            The interface is:

            ```c
            int dma_buf_end_cpu_access(struct dma_buf *dmabuf, enum dma_data_direction direction);
            ```

            # Mapping a buffer in userspace

            The mapping in userspace must be coherent.

            # Mapping a buffer in userspace, today

            Mappings in userspace must be incoherent.

            """

        @Test("What contradicts itself fails on the contract that keeps the other half")
        func contradiction() throws {
            #expect(try failing(Self.before) == ["int dma_buf_end_cpu_access", "must be incoherent."])
            #expect(try failing(Self.current) == ["must be coherent.", "void dma_buf_end_cpu_access"])
        }

        static let before = Result { try verify(by: "before") }
        static let current = Result { try verify(by: "current") }

        private static func verify(by contract: String) throws -> Run {
            let folder = Run.package.appending(path: ".build/contracts")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try text.write(to: folder.appending(path: "text.md"), atomically: true, encoding: .utf8)
            return try Run(
                "verify", folder.path, "--format", "json", "--contract", contract, "--package-path", Run.package.path,
                "--scratch-path", Run.scratch.path)
        }

        /// The sentences whose tests fail, by the part of them that tells them apart, sorted.
        private func failing(_ run: Result<Run, any Error>) throws -> [String] {
            let report = try run.get().report()
            #expect(report.clauses.count { $0.status == .verified } == 2)
            let parts = [
                "must be incoherent.", "must be coherent.", "int dma_buf_end_cpu_access", "void dma_buf_end_cpu_access",
            ]
            return report.clauses.filter { $0.status == .failing }.map { reported in
                parts.first { reported.clause.text.contains($0) } ?? reported.clause.text
            }.sorted()
        }
    }
}
