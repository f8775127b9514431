import Evaluation
import Templates
import YAMLBridge

/// A place in an input file, with the resource and property that stand there.
package struct Location: Sendable, Hashable {
    /// The file's path as it was given.
    package let file: String
    /// The stretch that a report underlines.
    package let span: SourceSpan
    /// Logical id or Terraform address; `Parent/Child/LogicalId` in a nested stack.
    package let resource: String?
    /// The property's path in the template's own spelling; `nil` for the resource itself.
    package let path: String?
    /// The CDK construct that the resource was made of, `Stack/Jobs/Resource`; `nil` outside of CDK's output.
    package let constructPath: String?

    /// Creates a location in the file of a path.
    package init(
        file: String, span: SourceSpan, resource: String? = nil, path: String? = nil, constructPath: String? = nil
    ) {
        self.file = file
        self.span = span
        self.resource = resource
        self.path = path
        self.constructPath = constructPath
    }

    /// Creates the location of a value: its span, its resource and its path from there.
    package init(_ origin: Origin) {
        let path = origin.path
        self.init(
            file: origin.document.path, span: origin.span, resource: origin.resource, path: path.isEmpty ? nil : path,
            constructPath: origin.constructPath)
    }

    /// A place outside of every resource, such as a local value of Terraform, belongs to the one that it says something of;
    /// its path is no path in that resource.
    init(_ place: Place) {
        let location = Location(place.origin)
        self.init(
            file: location.file, span: location.span, resource: place.resource,
            path: place.origin.resource == nil ? nil : location.path, constructPath: location.constructPath)
    }
}
