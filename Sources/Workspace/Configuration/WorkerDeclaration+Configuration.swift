import Rules
import Topology
import YAMLBridge

extension WorkerDeclaration {
    /// One entry of `workers`: the pattern and what is said of the workers that it fits.
    static func read(_ entry: Node.Entry, with reader: inout NodeReader) -> WorkerDeclaration {
        var worker = WorkerDeclaration(pattern: entry.key.text)
        for fact in reader.entries(of: entry.value, known: RuleFileShape.worker.names, in: "worker \(entry.key.text)") {
            worker.set(fact.key.text, to: fact.value, with: &reader)
        }
        return worker
    }

    private mutating func set(_ name: String, to value: Node, with reader: inout NodeReader) {
        switch name {
        case "consumes": consumes = (reader.texts(value, name) ?? []).map(\.text)
        case "processingSeconds": processingSeconds = reader.number(value, name).map(Self.wholeSeconds)
        case "averageProcessingSeconds": averageProcessingSeconds = reader.number(value, name)
        case "messagesPerReceive": messagesPerReceive = reader.integer(value, name, in: 1...10)
        case "concurrency": concurrency = reader.integer(value, name, in: 1...1_000_000)
        case "extendsVisibility": extendsVisibility = reader.flag(value, name)
        case "arrivalRate": arrivalRate = reader.number(value, name)
        case "peakArrivalRate": peakArrivalRate = reader.number(value, name)
        case "latencyGoalSeconds": latencyGoalSeconds = reader.number(value, name)
        case "runSeconds": runSeconds = reader.number(value, name).map(Self.wholeSeconds)
        default: break
        }
    }

    /// Rounded up, so that a timeout that must cover it does; `NodeReader` has bounded the number.
    private static func wholeSeconds(_ seconds: Double) -> Int64 { Int64(seconds.rounded(.up)) }
}
