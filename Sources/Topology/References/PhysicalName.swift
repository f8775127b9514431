import Evaluation
import Templates

/// What a text says of a resource that any template of the account may hold: its name, and where it is as far as the text
/// tells. Only partition, region, account and domain may be unknown in it.
///
/// Sources: Service Authorization Reference, "Resource types"; SQS developer guide, "Queue and message identifiers", with the
/// legacy hosts of "Amazon SQS endpoints and quotas"; Application Auto Scaling, `ResourceId`.
struct PhysicalName {
    let name: String
    /// `nil` where the text does not say it: it is that of the stack that holds the text.
    let region: String?
    let account: String?
    /// The cluster that `service/CLUSTER/NAME` names.
    let cluster: String?

    /// Stands for what is not known in a text.
    private static let open: Character = "\u{0}"

    /// - Parameters:
    ///   - value: the whole text.
    ///   - name: the part of it that names an object of the kind.
    /// - Returns: `nil` for a text that is not wholly known but for where the resource is, or that names no object of the kind.
    init?(_ value: Value, naming name: Value, of kind: KindDeclaration) {
        guard let name = name.knownText, !name.isEmpty, let text = Self.spelled(value) else { return nil }
        var (region, account, cluster): (String?, String?, String?)
        if text.hasPrefix("arn:") {
            let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 6, let (service, prefix) = Self.address(of: kind), parts[2] == service,
                parts[5].hasPrefix(prefix)
            else { return nil }
            (region, account) = (Self.known(parts[3]), Self.known(parts[4]))
            if kind.name == "service" { cluster = Self.cluster(in: parts[5]) }
        } else if text.contains("://") {
            guard kind.name == "queue", let address = Self.queueAddress(text) else { return nil }
            (region, account) = address
        } else if kind.name == "service", text.hasPrefix("service/") {
            cluster = Self.cluster(in: text)
        } else {
            // A bare name, with the revision of a task definition or without.
            guard !text.contains(Self.open) else { return nil }
            guard text == name || kind.name == "taskDefinition" || kind.name == "function" else { return nil }
        }
        (self.name, self.region, self.account, self.cluster) = (name, region, account, cluster)
    }

    /// A text with a sign for each part that only tells where the resource is; `nil` where others are not known.
    private static func spelled(_ value: Value) -> String? {
        var text = ""
        for part in value.textParts {
            switch part {
            case .literal(let literal): text += literal
            case .value(let value):
                guard value.deploymentPlace != nil else { return nil }
                text.append(open)
            }
        }
        return text
    }

    private static func known(_ part: String) -> String? { part.isEmpty || part.contains(open) ? nil : part }

    /// The service in the ARNs of a kind, and what stands before the name in them: `cluster/`.
    private static func address(of kind: KindDeclaration) -> (service: String, prefix: String)? {
        guard let type = kind.resourceTypes.first, let pattern = ReferenceTable.row(of: type)?.arn,
            let service = pattern.service
        else { return nil }
        let account = pattern.pieces.firstIndex(of: .open("account", mayHoldSlash: false))
        guard let account, pattern.pieces.indices.contains(account + 1), case .literal(let text) = pattern.pieces[account + 1]
        else { return (service, "") }
        return (service, String(text.dropFirst()))
    }

    /// The region and account of a queue's URL; `nil` for one of another service.
    private static func queueAddress(_ url: String) -> (region: String?, account: String?)? {
        let parts = url.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0] == "https:" || parts[0] == "http:", parts[1].isEmpty else { return nil }
        let labels = parts[2].split(separator: ".").map(String.init)
        guard let first = labels.first else { return nil }
        let account = known(String(parts[3]))
        switch first {
        case "sqs", "sqs-fips": return (labels.count > 1 ? known(labels[1]) : nil, account)
        case "queue": return (nil, account)
        default: return labels.count > 1 && labels[1] == "queue" ? (known(first), account) : nil
        }
    }

    private static func cluster(in text: String) -> String? {
        let segments = text.split(separator: "/")
        return segments.count == 3 ? String(segments[1]) : nil
    }
}
