/// A template as a tree of lines, into which fragments of others are put by their keys.
struct AdviceStack: Sendable {
    /// A line with the lines below it; an item of a list has its own entry as the first of them.
    private struct Entry: Equatable, Sendable {
        var text: String
        var children: [Entry] = []
        var isItem = false

        var key: Substring? { isItem ? nil : text.firstIndex(of: ":").map { text[..<$0] } }
        var holdsResource: Bool { text.contains("Type: AWS::") || children.contains(where: \.holdsResource) }
    }

    private var resources: [Entry]

    init(_ text: String) {
        let top = Self.parse(text.split(separator: "\n", omittingEmptySubsequences: true)[...])
        resources = top.first { $0.key == "Resources" }?.children ?? []
    }

    var text: String { "Resources:\n" + resources.map { Self.lines($0, indent: 2) }.joined() }

    /// Where keys belong that the stack leaves to their defaults, or has in several places.
    private static let homes: [String: [String]] = [
        "Secrets": ["Task", "Properties", "ContainerDefinitions", "-"],
        "Volumes": ["Task", "Properties"],
        "DesiredCount": ["Worker", "Properties"],
        "DeploymentConfiguration": ["Worker", "Properties"],
        "LaunchType": ["Worker", "Properties"],
        "AvailabilityZoneRebalancing": ["Worker", "Properties"],
        "PlatformVersion": ["Worker", "Properties"],
        "SuspendedState": ["Range", "Properties"],
        "CapacityProviderStrategy": ["Worker", "Properties"],
        "Configuration": ["Cluster", "Properties"],
        "FifoQueue": ["Orders", "Properties"],
        "QueueName": ["Orders", "Properties"],
        "VisibilityTimeout": ["Jobs", "Properties"],
        "MessageRetentionPeriod": ["Jobs", "Properties"],
        "RedrivePolicy": ["Jobs", "Properties"],
        "KmsMasterKeyId": ["Jobs", "Properties"],
        "KmsDataKeyReusePeriodSeconds": ["Jobs", "Properties"],
        "RedriveAllowPolicy": ["Failed", "Properties"],
        "SchedulingStrategy": ["Worker", "Properties"],
        "MixedInstancesPolicy": ["Hosts", "Properties"],
        "RoleARN": ["Range", "Properties"],
        "ScheduledActions": ["Range", "Properties"],
        "ScheduleExpression": ["Nightly", "Properties"],
        "Targets": ["Nightly", "Properties"],
        "EcsParameters": ["Nightly", "Properties", "Targets", "-"],
        "EventPattern": ["Arrivals", "Properties"],
    ]

    /// Settings of which AWS takes one, so that a fragment with one stands for taking the other out.
    private static let either: [Substring: Substring] = [
        "LaunchType": "CapacityProviderStrategy", "CapacityProviderStrategy": "LaunchType",
        "KmsMasterKeyId": "SqsManagedSseEnabled",
        "MixedInstancesPolicy": "LaunchTemplate",
    ]

    /// Resources that other keys are looked for in, first to last.
    private static let places = [
        "Range", "Backlog", "ScaleOut", "Deep", "Hosts", "Template", "Capacity", "Worker", "Task", "Jobs", "Failed", "Late",
    ]

    /// Puts a fragment in: a resource beside the others or over its like, a statement into a role's policy, another key in the
    /// place of its like.
    ///
    /// - Parameter place: the resource that the fragment is of, where its keys do not tell.
    /// - Returns: false where a key has no place.
    mutating func take(_ fragment: String, in place: String? = nil) -> Bool {
        let entries = Self.parse(fragment.split(separator: "\n", omittingEmptySubsequences: true)[...])
        guard !entries.isEmpty else { return false }
        return entries.allSatisfy { entry in
            if entry.holdsResource {
                Self.merge([entry], into: &resources)
                return true
            }
            if entry.text.hasPrefix("{Effect:") { return addStatement(entry.text, in: place) }
            return replace(entry, in: place)
        }
    }

    /// Removes a resource.
    mutating func remove(_ resource: String) { resources.removeAll { $0.key ?? "" == resource } }

    // MARK: - Places

    private mutating func replace(_ entry: Entry, in place: String?) -> Bool {
        guard let key = entry.key else { return false }
        if place == nil, let home = Self.homes[String(key)] {
            return Self.edit(home[...], of: &resources) { Self.merge([entry], into: &$0) }
        }
        for place in place.map({ [$0] }) ?? Self.places {
            guard let index = resources.firstIndex(where: { $0.key ?? "" == place }) else { continue }
            if Self.replace(entry, under: &resources[index].children) { return true }
        }
        return false
    }

    private static func replace(_ entry: Entry, under entries: inout [Entry]) -> Bool {
        if entries.contains(where: { $0.key != nil && $0.key == entry.key }) {
            merge([entry], into: &entries)
            return true
        }
        for index in entries.indices where replace(entry, under: &entries[index].children) { return true }
        return false
    }

    /// Replaces the statement of a role that begins with the same action, or adds one.
    private mutating func addStatement(_ text: String, in place: String?) -> Bool {
        guard let place, let index = resources.firstIndex(where: { $0.key ?? "" == place }) else { return false }
        return Self.edit(statement: Entry(text: text, isItem: true), under: &resources[index].children)
    }

    private static func edit(statement: Entry, under entries: inout [Entry]) -> Bool {
        for index in entries.indices {
            if entries[index].key == "Statement" {
                if !statement.text.contains("Principal:") {
                    entries[index].children.removeAll { firstAction(of: $0.text) == firstAction(of: statement.text) }
                }
                entries[index].children.append(statement)
                return true
            }
            if edit(statement: statement, under: &entries[index].children) { return true }
        }
        return false
    }

    /// `sqs:ReceiveMessage` of a statement in one line.
    private static func firstAction(of statement: String) -> Substring? {
        statement.firstMatch(of: /Action: \[?"?([a-z0-9]+:[A-Za-z*]+)/)?.1
    }

    private static func edit(_ path: ArraySlice<String>, of entries: inout [Entry], _ body: (inout [Entry]) -> Void) -> Bool {
        guard let step = path.first else {
            body(&entries)
            return true
        }
        guard let index = entries.firstIndex(where: { step == "-" ? $0.isItem : $0.key ?? "" == step }) else { return false }
        return edit(path.dropFirst(), of: &entries[index].children, body)
    }

    // MARK: - Merging

    /// Lists are taken whole, but for items that begin alike: a container of the same name.
    private static func merge(_ fragment: [Entry], into entries: inout [Entry]) {
        for entry in fragment {
            if let other = entry.key.flatMap({ either[$0] }) { entries.removeAll { $0.key == other } }
            let like = entries.firstIndex {
                $0.isItem == entry.isItem
                    && (entry.isItem ? $0.children.first == entry.children.first : $0.key != nil && $0.key == entry.key)
            }
            guard let like else {
                entries.append(entry)
                continue
            }
            let isNested =
                !entry.children.isEmpty && !entries[like].children.isEmpty && isPlain(entry) && isPlain(entries[like])
            let isNewList = entry.children.first?.isItem == true && !sharesItem(entry, with: entries[like])
            if isNested, !isNewList {
                merge(entry.children, into: &entries[like].children)
            } else {
                entries[like] = entry
            }
        }
    }

    /// Whether all of an entry stands below its key: no tag, as `!Base64`, is on the line.
    private static func isPlain(_ entry: Entry) -> Bool {
        entry.isItem || entry.text.prefix { $0 != "#" }.trimmingPrefix { $0 != ":" }.allSatisfy { ": ".contains($0) }
    }

    private static func sharesItem(_ entry: Entry, with other: Entry) -> Bool {
        entry.children.contains { item in
            !item.children.isEmpty && other.children.contains { $0.children.first == item.children.first }
        }
    }

    // MARK: - Lines

    private static func parse(_ lines: ArraySlice<Substring>) -> [Entry] {
        let lines = lines.filter { line in
            let text = line.drop { $0 == " " }
            return !text.hasPrefix("#") || text.hasPrefix("#!")
        }
        guard let indent = lines.first.map({ $0.prefix { $0 == " " }.count }) else { return [] }
        var entries: [Entry] = []
        var start = lines.startIndex
        while start < lines.endIndex {
            let next = lines[(start + 1)...].firstIndex { $0.prefix { $0 == " " }.count <= indent } ?? lines.endIndex
            entries.append(entry(lines[start..<next]))
            start = next
        }
        return entries
    }

    private static func entry(_ lines: ArraySlice<Substring>) -> Entry {
        let first = (lines.first ?? "").drop { $0 == " " }
        guard first.hasPrefix("- ") else { return Entry(text: String(first), children: parse(lines.dropFirst())) }
        let text = first.dropFirst(2)
        if text.hasPrefix("{") { return Entry(text: String(text), isItem: true) }
        let indent = (lines.first ?? "").prefix { $0 == " " }.count + 2
        return Entry(
            text: "", children: parse([Substring(String(repeating: " ", count: indent) + text)] + lines.dropFirst()), isItem: true
        )
    }

    private static func lines(_ entry: Entry, indent: Int) -> String {
        let lead = String(repeating: " ", count: indent)
        guard entry.isItem else {
            return "\(lead)\(entry.text)\n" + entry.children.map { lines($0, indent: indent + 2) }.joined()
        }
        guard !entry.children.isEmpty else { return "\(lead)- \(entry.text)\n" }
        let rest = entry.children.map { lines($0, indent: indent + 2) }.joined()
        return "\(lead)- " + rest.dropFirst(indent + 2)
    }
}
