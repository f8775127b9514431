import CEL
import Synchronization
import Text

/// The time zones that compiled files in a folder describe, read when an expression first names one.
final class TimeZoneFolder: Sendable {
    /// Those of the machine. A run that names none reads no file.
    static let system = TimeZoneFolder("/usr/share/zoneinfo").source

    /// Ten times what the largest zone of the tz database takes.
    private static let largestFile = 64 << 10
    /// More names than the database has; a template cannot make the table grow.
    private static let mostNames = 1000

    private let path: String
    private let known = Mutex<[String: TimeZoneData?]>([:])

    init(_ path: String) {
        self.path = path
    }

    var source: TimeZoneSource { TimeZoneSource { self.zone(named: $0) } }

    private func zone(named name: String) -> TimeZoneData? {
        if let zone = known.withLock({ $0[name] }) { return zone }
        let bytes = try? Platform.contents(of: PathName.join(path, name), limit: Self.largestFile)
        let zone = bytes.flatMap { TimeZoneData(compiled: $0) }
        known.withLock { if $0.count < Self.mostNames { $0[name] = .some(zone) } }
        return zone
    }
}
