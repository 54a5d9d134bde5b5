import Foundation

extension Error {
    /// What went wrong, in the system's words where it has some.
    var reason: String {
        let error = self as NSError
        let system = (error.userInfo[NSUnderlyingErrorKey] as? NSError) ?? error
        if system.domain == NSPOSIXErrorDomain { return systemMessage(Int32(system.code)) }
        return (self as? CocoaError)?.number.map(systemMessage) ?? localizedDescription
    }
}

extension CocoaError {
    /// The error number of the system that Foundation had, and does not pass on: its own words for these say less.
    fileprivate var number: Int32? {
        switch code {
        case .fileNoSuchFile, .fileReadNoSuchFile: ENOENT
        case .fileReadNoPermission, .fileWriteNoPermission: EACCES
        case .fileWriteFileExists: EEXIST
        case .fileWriteOutOfSpace: ENOSPC
        case .fileWriteVolumeReadOnly: EROFS
        default: nil
        }
    }
}

/// The system's words for an error number, as `strerror` has them.
func systemMessage(_ number: Int32) -> String { String(cString: strerror(number)) }
