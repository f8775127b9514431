import Evaluation
import Text
import YAMLBridge

/// The keys that CloudFormation itself knows: a template's sections and a resource's attributes.
///
/// Sources: template-anatomy.html and resource attribute reference of the CloudFormation user guide (Hooks and Modules
/// among the sections); for SAM sam-specification-template-anatomy.html and the connectors of its resources.
enum KnownKeys {
    static let sections = [
        "AWSTemplateFormatVersion", "Description", "Metadata", "Parameters", "Rules", "Mappings", "Conditions", "Transform",
        "Resources", "Outputs", "Globals", "Hooks", "Modules", "Constants",
    ]

    static let attributes = [
        "Type", "Properties", "Metadata", "DependsOn", "Condition", "CreationPolicy", "UpdatePolicy", "DeletionPolicy",
        "UpdateReplacePolicy", "Connectors", "IgnoreGlobals",
    ]

    /// The known key that was meant and is not written itself; `nil` for a known key, and for one that is near none.
    static func meant(by key: String, among known: [String], in entries: [Node.Entry]) -> String? {
        guard !known.contains(key) else { return nil }
        let missing = known.filter { name in !entries.contains { $0.key.text == name } }
        return NameSlip.meant(by: key, among: missing) ?? missing.first { $0 == key + "s" || key == $0 + "s" }
    }
}
