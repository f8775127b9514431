import Evaluation

/// FIPS 180-4, section 6.2.
enum SHA256 {
    private static let function = SHA2<UInt32>(
        bigFirst: [2, 13, 22], bigSecond: [6, 11, 25], smallFirst: [7, 18, 3], smallSecond: [17, 19, 10],
        constants: SHA512.constants.prefix(64).map { UInt32($0 >> 32) },
        start: SHA512.start.map { UInt32($0 >> 32) })

    static func digest(_ message: [UInt8]) -> [UInt8] { function.digest(message) }
}
