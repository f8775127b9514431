import Evaluation
import Templates

/// Whom a statement of a resource's policy is about.
struct PolicyPrincipal {
    enum Kind: Hashable {
        /// `*`, or `{AWS: "*"}`.
        case everyone
        case aws
        case service
        /// Federated users and canonical ids, which no caller here is.
        case other
    }

    let kind: Kind
    let text: PolicyText
    let presence: Condition

    /// It names a whole account, which leaves it to that account's own policies: `arn:aws:iam::111122223333:root`.
    var isAccount: Bool {
        guard kind == .aws else { return false }
        if text.tokens == [.openPart(key: DeploymentPlace.account.source)] { return true }
        let ending = PolicyText(":root").tokens
        if text.tokens.count > ending.count, Array(text.tokens.suffix(ending.count)) == ending { return true }
        return text.known?.count == 12 && text.known?.allSatisfy(\.isNumber) == true
    }
}
