import Testing

@testable import KernelDoc
