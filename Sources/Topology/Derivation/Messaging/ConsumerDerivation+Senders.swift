import Evaluation
import Templates

/// Small stacks give one role and one environment to all their services: the API that sends and the worker that receives.
extension ConsumerDerivation {
    /// Leaves out who, beside another that receives from the same queue, rather sends to it.
    ///
    /// A service may send where its role lets it, or where its role is not in the input. It rather sends when it stands
    /// behind a load balancer and the other one does not, or when both have one role and the other one scales on the queue.
    /// Who scales on the queue itself, or is configured as a consumer, stays.
    func withoutSenders(
        _ all: [(worker: Worker, found: [(ObjectID, [Evidence])])]
    ) -> [(worker: Worker, found: [(ObjectID, [Evidence])])] {
        // What may stand beside a claim, by queue: asking every worker of a queue about every other takes their square.
        var others: [ObjectID: Others] = [:]
        for (worker, found) in all {
            for (queue, evidence) in found {
                if takesRequests(worker) == false { others[queue, default: Others()].hasNoServer = true }
                guard Claim(worker: worker, evidence: evidence).has("scaling"), let role = role(of: worker) else { continue }
                others[queue, default: Others()].scaledRoles.insert(role)
            }
        }
        return all.map { worker, found in
            let kept = found.filter { queue, evidence in
                let claim = Claim(worker: worker, evidence: evidence)
                return !(others[queue].map { isSender(claim, beside: $0, of: queue) } ?? false)
            }
            return (worker, kept)
        }
    }

    /// The workers of a queue that another one may be a mere sender beside.
    private struct Others {
        /// One that no load balancer sends requests to.
        var hasNoServer = false
        /// The roles of those that scale on the queue.
        var scaledRoles: Set<ObjectID> = []
    }

    /// What shows that a worker receives from one queue.
    private struct Claim {
        let worker: Worker
        let evidence: [Evidence]

        func has(_ kind: String) -> Bool { evidence.contains { $0.kind == kind } }
    }

    /// A claim that is one of `others` itself is neither a server beside one that is none, nor unscaled beside one that is.
    private func isSender(_ claim: Claim, beside others: Others, of queue: ObjectID) -> Bool {
        guard !claim.has("configuration"), !claim.has("scaling") else { return false }
        let role = role(of: claim.worker)
        let isServer = others.hasNoServer && takesRequests(claim.worker) == true
        let isSideOfScaled = role.map(others.scaledRoles.contains) ?? false
        guard isServer || isSideOfScaled else { return false }
        return role.map { maySend($0, to: queue) } ?? true
    }

    /// Whether a load balancer sends requests to it; `nil` where that is not known.
    private func takesRequests(_ worker: Worker) -> Bool? {
        guard assembly.objects[worker.id.index].kind.key == .service else { return false }
        guard case .bool(let isServer) = assembly.field(.hasLoadBalancer, of: worker.id).content else { return nil }
        return isServer
    }

    private func maySend(_ role: ObjectID, to queue: ObjectID) -> Bool {
        switch try? questions.mayRole(role, do: "sqs:SendMessage", with: queue, Reading(assembly)) {
        case .denied, .notGranted: false
        case .allowed, .unknown, nil: true
        }
    }
}
