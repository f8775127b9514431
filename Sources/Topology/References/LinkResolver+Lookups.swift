import Evaluation
import Templates

/// Data sources of Terraform that find a resource by its name: one of another root module of the run, as a rule.
///
/// Source: "Argument Reference" of the data sources' pages in the documentation of Terraform's AWS provider.
enum DataLookup {
    /// What each type finds, and the argument that names it.
    static let types: [String: (kind: Kind, name: String)] = [
        "data.aws_ecs_cluster": (.cluster, "cluster_name"),
        "data.aws_ecs_service": (.service, "service_name"),
        "data.aws_iam_role": (.role, "name"),
        "data.aws_lambda_function": (.function, "function_name"),
        "data.aws_s3_bucket": (.bucket, "bucket"),
        "data.aws_sns_topic": (.topic, "name"),
        "data.aws_sqs_queue": (.queue, "name"),
    ]
}

extension LinkResolver {
    /// The only object of the input that a data source finds; `nil` where its name is not known, none bears it or several do.
    func lookedUp(_ resource: ResourceID) -> ObjectID? {
        guard let placed = assembly.lookup(resource), let lookup = DataLookup.types[placed.resource.type],
            let kind = assembly.schema.declaration(of: lookup.kind)
        else { return nil }
        let name = placed.resource.body.attribute(lookup.name)
        guard let text = name.knownText else { return nil }
        let place = Viewpoint(root: placed.root, dialect: .terraform)
        let own = assembly.ids(of: lookup.kind, named: text, inRoot: placed.root).certain
        guard let id = own.isEmpty ? elsewhere(name, naming: name, among: kind, from: place) : own.first, own.count < 2 else {
            return nil
        }
        let cluster = placed.resource.body.attribute("cluster_arn")
        guard lookup.kind == .service, !cluster.isAbsent else { return id }
        return runs(id, inCluster: cluster, from: place) == false ? nil : id
    }
}
