import YAMLBridge

/// Where a value stands in a template: the node, its key, and the way there from the resource.
package final class Origin: Sendable {
    /// The value's node.
    package let node: Node
    /// The key's node where the value is a mapping's.
    package let key: Node?
    /// The collection that it stands in; `nil` for a resource's body.
    package let parent: Origin?
    /// The last step of the path; `nil` for a resource's body.
    package let component: PathComponent?
    /// The resource's name for people: `LogicalId`, or `Parent/Child/LogicalId` in a nested stack.
    package let resource: String?
    /// The stretch of the node's decoded text that is meant, in UTF-8 bytes: a variable of an `Fn::Sub`. `nil` for the whole.
    package let textRange: Range<Int>?

    /// Creates the origin of a value; `parent`, `component` and `resource` must be those of one path.
    package init(
        node: Node, key: Node?, parent: Origin?, component: PathComponent?, resource: String?, textRange: Range<Int>? = nil
    ) {
        self.node = node
        self.key = key
        self.parent = parent
        self.component = component
        self.resource = resource
        self.textRange = textRange
    }

    /// The origin of a member or element of this one.
    package func child(_ component: PathComponent, node: Node, key: Node?) -> Origin {
        Origin(node: node, key: key, parent: self, component: component, resource: resource)
    }

    /// The same place, narrowed to a stretch of a text in it.
    package func narrowed(to range: Range<Int>, of text: Node) -> Origin {
        Origin(node: text, key: key, parent: parent, component: component, resource: resource, textRange: range)
    }

    /// The same place with another node: one side of a choice, the text of a substitution.
    package func replacingNode(_ node: Node) -> Origin {
        Origin(node: node, key: nil, parent: parent, component: component, resource: resource)
    }

    /// The text that it stands in.
    package var document: Document { node.document }

    /// The property's path in the template's own spelling: `Properties.ContainerDefinitions[0].Image`; empty for the resource itself.
    package var path: String {
        var components: [PathComponent] = []
        var current: Origin? = self
        while let origin = current {
            if let component = origin.component { components.append(component) }
            current = origin.parent
        }
        return components.reversed().reduce(into: "") { text, component in
            switch component {
            case .key(let name): text += text.isEmpty ? name : ".\(name)"
            case .index(let index): text += "[\(index)]"
            }
        }
    }

    /// The construct that CDK made the resource of: `Stack/Jobs/Resource`; `nil` outside of CDK's output.
    ///
    /// Source: `aws:cdk:path` in the resource's `Metadata`, which `cdk synth` writes unless path metadata is turned off.
    package var constructPath: String? {
        var top = self
        while let parent = top.parent { top = parent }
        guard top.resource != nil, top.component == nil, let path = top.node["Metadata"]?["aws:cdk:path"],
            path.kind == .scalar
        else { return nil }
        return path.text
    }

    /// What to underline: key and value where both stand on one line, else the key, else the value.
    package var span: SourceSpan {
        if let textRange { return node.span(ofText: textRange) }
        guard let key else { return node.span }
        let keySpan = key.span
        let valueSpan = node.span
        let isOneLine = keySpan.start.line == valueSpan.end.line && keySpan.start < valueSpan.end
        return isOneLine ? SourceSpan(start: keySpan.start, end: valueSpan.end) : keySpan
    }
}
