import Text

/// The time of a run.
package enum Clock {
    /// The day in UTC: of `SOURCE_DATE_EPOCH` (seconds since 1970) where it is set, as reproducible builds do, else of the
    /// system's clock.
    package static var today: CivilDay {
        let given = Platform.environment("SOURCE_DATE_EPOCH").flatMap { Int($0) }
        return CivilDay(number: (given ?? Platform.secondsSinceEpoch) / 86_400)
    }
}
