import Evaluation
import Templates

/// Collects the places that name something in a form which AWS does not take there.
struct WrongReferenceDerivation {
    let assembly: ModelAssembly
    private let forms: ReferenceForms

    init(assembly: ModelAssembly) {
        self.assembly = assembly
        forms = ReferenceForms(assembly: assembly)
    }

    func run() {
        for kind in assembly.schema.kinds {
            for (slot, field) in kind.fields.enumerated() {
                guard let due = field.form else { continue }
                for id in assembly.ids(of: kind.key) {
                    let property = field.source(in: assembly.dialect(of: id)).lastName ?? field.name
                    collect(assembly.writtenInAnyForm(slot: slot, of: id), due: due, property: property, of: id)
                }
            }
        }
        for id in assembly.ids(of: .subscription) { readEndpoint(of: id) }
        for overlay in Self.overlays {
            for resource in assembly.overlayResources(ofType: overlay) { readQueueAddress(of: resource) }
        }
        for kind in [Kind.customizedMetric, .metricQuery, .alarm] {
            for id in assembly.ids(of: kind) { readDimensions(of: id) }
        }
    }

    // MARK: - Places whose form hangs on something else

    /// Protocols that deliver to a resource of AWS, by its ARN.
    ///
    /// Source: SNS, Subscribe: `Endpoint` of sqs, lambda, firehose and application.
    private static let protocolsByARN: Set<String> = ["application", "firehose", "lambda", "sqs"]

    private func readEndpoint(of subscription: ObjectID) {
        guard case .string(let `protocol`) = assembly.field(.protocol, of: subscription).content,
            Self.protocolsByARN.contains(`protocol`)
        else { return }
        let property = assembly.dialect(of: subscription) == .terraform ? "endpoint" : "Endpoint"
        collect(assembly.written(.endpoint, of: subscription), due: .arn, property: property, of: subscription)
    }

    /// Resources of Terraform that set a queue's attributes by its URL.
    private static let overlays = ["aws_sqs_queue_redrive_policy", "aws_sqs_queue_redrive_allow_policy"]

    private func readQueueAddress(of placed: ModelAssembly.Placed) {
        for slip in forms.slips(in: placed.resource.body.attribute("queue_url"), due: .url, when: placed.resource.existence) {
            guard let kind = assembly.schema.declaration(of: .wrongReference) else { return }
            let id = assembly.add(kind, existence: slip.condition, value: slip.value, at: placed)
            describe(id, slip, due: .url, property: "queue_url", named: placed.resource.name, isDimension: false)
        }
    }

    private func readDimensions(of metric: ObjectID) {
        guard MetricDimensions.areNames(of: metric, assembly) else { return }
        for dimension in assembly.objects(.dimensions, of: metric).found {
            guard case .string(let name) = assembly.field(.name, of: dimension.id).content,
                MetricDimensions.names.contains(name)
            else { continue }
            collect(
                assembly.written(.value, of: dimension.id), due: .name, property: "dimension \(name)", of: metric,
                when: dimension.condition, isDimension: true)
        }
    }

    // MARK: - Objects

    private func collect(
        _ value: Value, due: ReferenceForm, property: String, of owner: ObjectID, when condition: Condition = .always,
        isDimension: Bool = false
    ) {
        guard !value.isAbsent, let kind = assembly.schema.declaration(of: .wrongReference) else { return }
        let slips = forms.slips(in: value, due: due, when: condition)
        guard !slips.isEmpty else { return }
        let object = assembly.objects[owner.index]
        let name = object.resource ?? object.name
        let existence = object.existence.and(existence(ofResource: name, inRoot: assembly.root(of: owner)))
        for slip in slips {
            let holds = existence.and(slip.condition)
            let id = assembly.add(kind, name: name, existence: holds, value: slip.value, like: owner)
            describe(id, slip, due: due, property: property, named: name, isDimension: isDimension)
        }
    }

    /// When the resource exists that a structure belongs to.
    private func existence(ofResource name: String, inRoot root: Int) -> Condition {
        let owner = assembly.objects.first { object in
            object.resource == name && object.kind.isResource && object.name == name && assembly.root(of: object.id) == root
        }
        return owner?.existence ?? .always
    }

    private func describe(
        _ id: ObjectID, _ slip: ReferenceForms.Slip, due: ReferenceForm, property: String, named name: String,
        isDimension: Bool
    ) {
        let kind = assembly.objects[id.index].kind
        assembly.objects[id.index].fields = kind.fields.map { _ in Field(.absent, state: .absent, origin: slip.value.origin) }
        assembly.setDerived(.name, of: id, to: .string(name))
        assembly.setDerived(.property, of: id, to: .string(property))
        assembly.setDerived(.given, of: id, to: .string(slip.form.phrase))
        assembly.setDerived(.due, of: id, to: .string(due.phrase))
        assembly.setDerived(.isDimension, of: id, to: .bool(isDimension))
        if let advice = forms.advice(for: slip.value, due: due) {
            assembly.setDerived(.advice, of: id, to: .string(advice))
        }
    }
}
