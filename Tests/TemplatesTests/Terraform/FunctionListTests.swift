import Evaluation
import Foundation
import TestSupport
import Testing

@testable import Templates

/// Terraform's functions, as `terraform metadata functions -json` of version 1.11.4 lists them.
@Suite("Functions of Terraform")
struct FunctionListTests {
    static let names = [
        "abs", "abspath", "alltrue", "anytrue", "base64decode", "base64encode", "base64gzip", "base64sha256",
        "base64sha512", "basename", "bcrypt", "can", "ceil", "chomp", "chunklist", "cidrhost", "cidrnetmask",
        "cidrsubnet", "cidrsubnets", "coalesce", "coalescelist", "compact", "concat", "contains", "csvdecode",
        "dirname", "distinct", "element", "endswith", "ephemeralasnull", "file", "filebase64", "filebase64sha256",
        "filebase64sha512", "fileexists", "filemd5", "fileset", "filesha1", "filesha256", "filesha512", "flatten",
        "floor", "format", "formatdate", "formatlist", "indent", "index", "issensitive", "join", "jsondecode",
        "jsonencode", "keys", "length", "log", "lookup", "lower", "matchkeys", "max", "md5", "merge", "min",
        "nonsensitive", "one", "parseint", "pathexpand", "plantimestamp", "pow", "range", "regex", "regexall",
        "replace", "reverse", "rsadecrypt", "sensitive", "setintersection", "setproduct", "setsubtract", "setunion",
        "sha1", "sha256", "sha512", "signum", "slice", "sort", "split", "startswith", "strcontains", "strrev",
        "substr", "sum", "templatefile", "templatestring", "textdecodebase64", "textencodebase64", "timeadd",
        "timecmp", "timestamp", "title", "tobool", "tolist", "tomap", "tonumber", "toset", "tostring", "transpose",
        "trim", "trimprefix", "trimspace", "trimsuffix", "try", "upper", "urlencode", "uuid", "uuidv5", "values",
        "yamldecode", "yamlencode", "zipmap",
    ]

    /// Functions whose result hangs on more than their arguments, or on what is not kept of them.
    static let unknown: Set<String> = [
        "base64gzip", "bcrypt", "ephemeralasnull", "fileset", "issensitive", "plantimestamp", "rsadecrypt", "timestamp", "uuid",
    ]

    @Test("each is worked out, or unknown for a reason that is written down", arguments: names)
    func isThere(_ name: String) {
        let isWorkedOut =
            FunctionTable.builtIn.functions[name] != nil || ExpressionEvaluator.fileFunctions.contains(name)
            || ["try", "can", "contains"].contains(name)
        #expect(isWorkedOut != (FunctionTable.unevaluated[name] != nil))
        #expect(Self.unknown.contains(name) == (FunctionTable.unevaluated[name] != nil))
    }

    @Test("the page names each")
    func areOnThePage() throws {
        let page = try String(contentsOf: PackageFolder.root.appending(path: "docs/terraform-expressions.md"), encoding: .utf8)
        let words = Set(page.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == ":") }.map(String.init))
        let missing = Set(FunctionTable.names).subtracting(words)
        #expect(missing.isEmpty, "\(missing.sorted())")
    }

    @Test("a function that needs more than its arguments is no mistake")
    func unknownFunctionsAreNotReported() throws {
        let scope = SampleScope()
        for text in ["timestamp()", "dirname(\"a/b\")", "provider::x::y(1)", "base64gunzip(\"x\")", "filesha512(\"x\")"] {
            _ = try evaluated(text, in: scope)
        }
        #expect(scope.problems.isEmpty)
    }
}
