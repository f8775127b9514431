/// Where a first-boot script says what a setting of the ECS agent is: a shell's `ECS_CLUSTER=main`, PowerShell's
/// `SetEnvironmentVariable("ECS_CLUSTER", "main")`, Bottlerocket's `cluster = "main"`.
///
/// Sources: amazon-ecs-agent README, "Environment Variables"; Amazon ECS Developer Guide, "Bootstrapping Amazon ECS Windows
/// container instances"; Bottlerocket, "settings.ecs", which names the variable beside each of its settings.
struct AgentSettingText {
    private let isBottlerocket: Bool
    private let isWindows: Bool

    /// - Parameter texts: everything that is known of the script, since its head says whose language it speaks.
    init(_ texts: [String]) {
        isBottlerocket = texts.contains { $0.contains("settings.ecs") }
        isWindows = texts.contains { $0.contains("Initialize-ECSAgent") }
    }

    private static let bottlerocket: [String: String] = [
        "ECS_CLUSTER": "cluster", "ECS_RESERVED_MEMORY": "reserved-memory",
        "ECS_ENABLE_SPOT_INSTANCE_DRAINING": "enable-spot-instance-draining",
        "ECS_CONTAINER_STOP_TIMEOUT": "container-stop-timeout", "ECS_AWSVPC_BLOCK_IMDS": "awsvpc-block-imds",
    ]

    /// What follows the last mention that gives the setting a value.
    func lastValue(of variable: String, in text: String) -> Substring? {
        var starts = text.ranges(of: variable).compactMap { Self.value(behind: $0.upperBound, in: text) }
        if isBottlerocket, let name = Self.bottlerocket[variable] {
            starts += text.ranges(of: name).filter { Self.beginsLine($0.lowerBound, in: text) }
                .compactMap { Self.value(behind: $0.upperBound, in: text) }
        }
        if isWindows, variable == "ECS_CLUSTER" {
            starts += text.ranges(of: "-Cluster ").map { Self.withoutQuotes(text[$0.upperBound...]).startIndex }
        }
        return starts.max().map { text[$0...] }
    }

    /// The start of a value behind `=`, or behind the comma of a call with the name in quotes.
    private static func value(behind end: String.Index, in text: String) -> String.Index? {
        let isQuoted = text[end...].first.map(isQuote) ?? false
        let rest = isQuoted ? text[end...].dropFirst() : text[end...]
        let separated = rest.drop(while: isSpace)
        guard let separator = separated.first, separator == "=" || isQuoted && separator == "," else { return nil }
        let value = separated.dropFirst()
        // A shell takes no space around the sign: what stands behind one is another word.
        let isShell = separator == "=" && separated.startIndex == rest.startIndex
        return withoutQuotes(isShell ? value : value.drop(while: isSpace)).startIndex
    }

    private static func withoutQuotes(_ text: Substring) -> Substring { text.drop(while: isQuote) }

    private static func isQuote(_ character: Character) -> Bool { character == "\"" || character == "'" }

    private static func isSpace(_ character: Character) -> Bool { character == " " || character == "\t" }

    private static func beginsLine(_ index: String.Index, in text: String) -> Bool {
        let before = text[..<index].reversed().prefix { !$0.isNewline }
        return before.allSatisfy(isSpace) || String(before.reversed()).hasSuffix("settings.ecs.")
    }
}
