import Evaluation

/// One reference of a Terraform expression, as plans spell it: `module.a["x"].queue_arn`, `aws_sqs_queue.q[0].arn`.
struct TerraformReference: Hashable {
    /// What the reference starts from.
    enum Subject: Hashable {
        /// A resource, or with `isData` a data source.
        case resource(isData: Bool, type: String, name: String)
        /// A module's output; without `output` the module as a whole, as plans have it for `module.a[each.key].arn`.
        case moduleOutput(module: String, output: String?)
        case input(String)
        case local(String)
        case eachKey
        case eachValue
        case countIndex
        /// `path.module`, `terraform.workspace`, `self`: nothing that leads to a resource.
        case other(String)
    }

    let subject: Subject
    /// The instance, as addresses spell it: `[0]`, `["a"]`; `nil` when the reference names none.
    let instance: String?
    /// What stands behind the subject: `arn`, `block[0].name`; empty for the subject itself.
    let attribute: String

    /// - Parameter text: a reference in a plan's spelling, which has no blanks around dots and brackets.
    init(_ text: String) {
        var steps = Self.steps(of: text)[...]
        let head = steps.popFirst() ?? ""
        switch head {
        case "var": subject = .input(steps.popFirst() ?? "")
        case "local": subject = .local(steps.popFirst() ?? "")
        case "each":
            let member = steps.popFirst() ?? ""
            subject = member == "key" ? .eachKey : .eachValue
        case "count": subject = .countIndex
        case "path", "terraform", "self": subject = .other(text)
        case "module":
            let module = steps.popFirst() ?? ""
            instance = Self.popInstance(&steps)
            subject = .moduleOutput(module: module, output: steps.popFirst())
            attribute = Self.joined(steps)
            return
        default:
            let isData = head == "data"
            let type = isData ? steps.popFirst() ?? "" : head
            guard let name = steps.popFirst() else {
                subject = .other(text)
                break
            }
            subject = .resource(isData: isData, type: type, name: name)
        }
        instance = Self.popInstance(&steps)
        attribute = Self.joined(steps)
    }

    /// The parts of a path: names, and instance keys with their brackets.
    ///
    /// Keys may hold anything in quotes, dots and brackets included.
    static func steps(of text: String) -> [String] {
        var steps: [String] = []
        var current: [UInt8] = []
        var isInBrackets = false
        var isQuoted = false
        var isEscaped = false
        func flush() {
            if !current.isEmpty { steps.append(String(decoding: current, as: UTF8.self)) }
            current = []
        }
        for byte in text.utf8 {
            if isQuoted {
                current.append(byte)
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isQuoted = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: ".") where !isInBrackets: flush()
            case UInt8(ascii: "["):
                flush()
                current = [byte]
                isInBrackets = true
            case UInt8(ascii: "]"):
                current.append(byte)
                flush()
                isInBrackets = false
            default:
                isQuoted = byte == UInt8(ascii: "\"")
                current.append(byte)
            }
        }
        flush()
        return steps
    }

    private static func popInstance(_ steps: inout ArraySlice<String>) -> String? {
        steps.first?.hasPrefix("[") == true ? steps.popFirst() : nil
    }

    private static func joined(_ steps: ArraySlice<String>) -> String {
        steps.reduce(into: "") { text, step in
            if !text.isEmpty, !step.hasPrefix("[") { text += "." }
            text += step
        }
    }
}
