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
        var claims: [ObjectID: [Claim]] = [:]
        for (worker, found) in all {
            for (queue, evidence) in found { claims[queue, default: []].append(Claim(worker: worker, evidence: evidence)) }
        }
        return all.map { worker, found in
            let kept = found.filter { queue, evidence in
                let claim = Claim(worker: worker, evidence: evidence)
                return !claims[queue, default: []].contains { isSender(claim, beside: $0, of: queue) }
            }
            return (worker, kept)
        }
    }

    /// What shows that a worker receives from one queue.
    private struct Claim {
        let worker: Worker
        let evidence: [Evidence]

        func has(_ kind: String) -> Bool { evidence.contains { $0.kind == kind } }
    }

    private func isSender(_ claim: Claim, beside other: Claim, of queue: ObjectID) -> Bool {
        guard claim.worker.id != other.worker.id, !claim.has("configuration"), !claim.has("scaling") else { return false }
        let role = role(of: claim.worker)
        let isServer = takesRequests(claim.worker) == true && takesRequests(other.worker) == false
        let isSideOfScaled = other.has("scaling") && role != nil && role == self.role(of: other.worker)
        guard isServer || isSideOfScaled else { return false }
        return role.map { maySend($0, to: queue) } ?? true
    }

    /// Whether a load balancer sends requests to it; `nil` where that is not known.
    private func takesRequests(_ worker: Worker) -> Bool? {
        guard assembly.objects[worker.id.index].kind.name == "service" else { return false }
        guard case .bool(let isServer) = assembly.field("hasLoadBalancer", of: worker.id).content else { return nil }
        return isServer
    }

    private func maySend(_ role: ObjectID, to queue: ObjectID) -> Bool {
        switch try? questions.mayRole(role, do: "sqs:SendMessage", with: queue, Reading(assembly)) {
        case .denied, .notGranted: false
        case .allowed, .unknown, nil: true
        }
    }
}
