import Evaluation
import Templates

/// Works out whether event targets give tags to the tasks that they run, and whether their roles may.
///
/// Source: ECS developer guide, "Grant permission to tag resources on creation": who runs a task with tags needs
/// ecs:TagResource on the task; AWS's AmazonEC2ContainerServiceEventsRole grants it.
struct TaggingDerivation {
    let assembly: ModelAssembly
    let questions: AccessQuestions

    func run() {
        for id in assembly.ids(of: .eventTarget) {
            readTags(of: id)
            readRight(of: id)
        }
    }

    private func readTags(of target: ObjectID) {
        assembly.derive(.tagsTasks, of: target) { reading throws(ReadingFailure) in
            guard try reading.bool(.isTask, of: target) == true else { return .bool(false) }
            if try reading.bool(.setsTags, of: target) == true { return .bool(true) }
            guard try reading.string(.propagateTags, of: target) == "TASK_DEFINITION",
                let definition = try reading.object(.taskDefinition, of: target)
            else { return .bool(false) }
            if try !reading.list(.tags, of: definition, isOpenAllowed: true).isEmpty { return .bool(true) }
            return .bool(try !reading.list(.tags, of: definition).isEmpty)
        }
    }

    private func readRight(of target: ObjectID) {
        assembly.derive(.mayTagTasks, of: target) { reading throws(ReadingFailure) in
            guard try reading.bool(.isTask, of: target) == true, let role = try reading.object(.role, of: target) else {
                return .absent
            }
            var request = PolicyRequest("ecs:TagResource", on: [questions.anyTask])
            request.createAction = "RunTask"
            return try questions.mayRole(role, request, reading).content
        }
    }
}
