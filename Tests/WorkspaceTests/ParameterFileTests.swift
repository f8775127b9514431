import Testing
import Workspace
import YAMLBridge

@Suite("Parameters files")
struct ParameterFileTests {
    private func values(_ text: String, path: String = "params.json") throws -> [String: String] {
        try ParameterFile.parse(try Document.parse(Array(text.utf8), path: path)).mapValues(\.text)
    }

    @Test(arguments: [
        (#"[{"ParameterKey": "Stage", "ParameterValue": "live"}]"#, "a.json"),
        (#"{"Parameters": {"Stage": "live"}, "Tags": {"x": "y"}}"#, "a.json"),
        (#"{"Stage": "live"}"#, "a.json"),
        ("- ParameterKey: Stage\n  ParameterValue: live\n", "a.yaml"),
        ("Parameters:\n  Stage: live\n", "a.yaml"),
        ("Stage: live\n", "a.yaml"),
    ])
    func readsEveryForm(_ text: String, _ path: String) throws {
        #expect(try values(text, path: path) == ["Stage": "live"])
    }

    @Test("Terraform's values keep their expressions")
    func terraform() throws {
        let json = #"{"a": "x", "b": 5, "c": ["y", 1], "d": {"e": true}, "f": null}"#
        #expect(
            try values(json, path: "live.tfvars.json") == ["a": "x", "b": "5", "c": #"["y", 1]"#, "d": #"{"e": true}"#])
        let native = "a = \"x\"\nb = 5\nc = [\"y\", 1]\n"
        #expect(try values(native, path: "live.tfvars") == ["a": "x", "b": "5", "c": #"["y", 1]"#])
    }

    @Test("numbers keep their spelling, lists are joined, a previous value stays unknown")
    func values() throws {
        #expect(try values("Id: 012345\nZones: [a, b]\n", path: "a.yaml") == ["Id": "012345", "Zones": "a,b"])
        #expect(try values(#"[{"ParameterKey": "Stage", "UsePreviousValue": true}]"#) == [:])
    }

    @Test(arguments: [
        (#"[{"ParameterValue": "live"}]"#, "a parameter needs a ParameterKey"),
        (#"[{"ParameterKey": "A", "Value": "b"}]"#, "a parameter has no key 'Value'"),
        (#"{"A": {"b": 1}}"#, "the value of parameter 'A' must be text, a number or a list of these"),
        (#""text""#, "a set of parameters must be a mapping of keys to values"),
    ])
    func refuses(_ text: String, _ message: String) throws {
        #expect {
            _ = try values(text)
        } throws: { error in
            (error as? ConfigurationError)?.diagnostics.first?.message == message
        }
    }
}
