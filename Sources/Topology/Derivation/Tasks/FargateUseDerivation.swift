import Evaluation
import Templates

/// Works out which task definitions are for Fargate: by what they are registered for, or by what runs them.
struct FargateUseDerivation {
    let assembly: ModelAssembly

    func run() {
        let targets = PossibleOwners(assembly, .eventTarget, by: .taskDefinition)
        for id in assembly.ids(of: .taskDefinition) {
            assembly.derive(.isOnFargate, of: id) { reading throws(ReadingFailure) in
                .bool(try isOnFargate(id, targets.owners(of: id), reading))
            }
        }
    }

    private func isOnFargate(
        _ definition: ObjectID, _ targets: [ObjectID], _ reading: Reading
    ) throws(ReadingFailure) -> Bool {
        var failure: ReadingFailure?
        func isTrue(_ question: () throws(ReadingFailure) -> Bool) throws(ReadingFailure) -> Bool {
            do throws(ReadingFailure) {
                return try question()
            } catch {
                if case .undecided = error { throw error }
                failure = error
                return false
            }
        }
        if try isTrue({ () throws(ReadingFailure) in try isRegistered(definition, reading) }) { return true }
        for service in assembly.objects(.services, of: definition).found where try reading.isTrue(service.condition) {
            if try isTrue({ () throws(ReadingFailure) in try reading.bool(.isOnFargate, of: service.id) == true }) { return true }
        }
        for target in targets {
            if try isTrue({ () throws(ReadingFailure) in try isRun(definition, by: target, reading) }) { return true }
        }
        if let failure { throw failure }
        return false
    }

    private func isRegistered(_ definition: ObjectID, _ reading: Reading) throws(ReadingFailure) -> Bool {
        for field in try reading.list(.requiresCompatibilities, of: definition) {
            if case .string("FARGATE")? = try reading.content(of: field) { return true }
        }
        return false
    }

    private func isRun(_ definition: ObjectID, by target: ObjectID, _ reading: Reading) throws(ReadingFailure) -> Bool {
        guard try reading.object(.taskDefinition, of: target) == definition else { return false }
        return try reading.string(.launchType, of: target) == "FARGATE"
    }
}
