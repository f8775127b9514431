import Foundation

@testable import CEL

/// The time zones of this machine, as the program reads them.
enum MachineTimeZones {
    static let folder = "/usr/share/zoneinfo"

    static var isThere: Bool { FileManager.default.fileExists(atPath: folder + "/US/Central") }

    static let source = TimeZoneSource { name in
        FileManager.default.contents(atPath: "\(folder)/\(name)").flatMap { TimeZoneData(compiled: Array($0)) }
    }
}
