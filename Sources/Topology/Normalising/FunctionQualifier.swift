/// Aliases and versions of functions, which stand for a function wherever one is named.
enum FunctionQualifier {
    /// Where they say which function they belong to, by their types.
    static let paths = [
        "AWS::Lambda::Alias": "Properties.FunctionName", "AWS::Lambda::Version": "Properties.FunctionName",
        "aws_lambda_alias": "function_name",
    ]

    static let terraformTypes: Set<String> = ["aws_lambda_alias"]
}
