import Templates

/// Where objects stand: their regions and accounts.
extension ModelAssembly {
    /// The region of a system, where its template says one.
    func region(ofRoot root: Int) -> String? { regions[root] }

    /// The region of an object, where its ARN is known or its template says one for all that it makes.
    func region(of id: ObjectID) -> String? {
        if let arn = knownARN(of: id) { return arn[3].isEmpty ? nil : arn[3] }
        // A provider of its own may be for another region.
        return value(of: id).member("provider").isAbsent ? regions[root(of: id)] : nil
    }

    /// The account of an object, where its ARN is known.
    func account(of id: ObjectID) -> String? { knownARN(of: id).flatMap { $0[4].isEmpty ? nil : $0[4] } }

    /// The parts of the ARN that Terraform knows of an object already.
    private func knownARN(of id: ObjectID) -> [String]? {
        guard dialect(of: id) == .terraform, let text = value(of: id).member("arn").knownText else { return nil }
        let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false).map(String.init)
        return parts.count == 6 && parts[0] == "arn" ? parts : nil
    }
}
