import Evaluation

/// Blocks of IP addresses (https://developer.hashicorp.com/terraform/language/functions/cidrhost and the pages beside it).
extension FunctionTable {
    static let addresses: [(name: String, function: Function)] = [
        function("cidrhost", 2...2) { (call) throws(ExpressionFailure) in
            guard let block = try block(call), let number = try call.whole(at: 1), !block.isMapped else {
                return call.unknown()
            }
            guard let host = block.host(number) else { throw ExpressionFailure("the block has no address \(number)") }
            return call.text(host)
        },
        function("cidrnetmask", 1...1) { (call) throws(ExpressionFailure) in
            guard let block = try block(call) else { return call.unknown() }
            guard block.width == 32 else { throw ExpressionFailure("IPv6 has no netmasks") }
            return call.text(block.netmask)
        },
        function("cidrsubnet", 3...3) { (call) throws(ExpressionFailure) in
            guard let block = try block(call), let bits = try call.whole(at: 1), let number = try call.whole(at: 2),
                !block.isMapped
            else { return call.unknown() }
            // What Terraform makes of negative numbers is of no use to anybody.
            guard bits >= 0, number >= 0 else { return call.unknown() }
            guard let subnet = block.subnet(newBits: bits, number: number) else {
                throw ExpressionFailure("\(block.text) has no block \(number) with \(bits) bits more")
            }
            return call.text(subnet.text)
        },
        function("cidrsubnets", 1...many) { (call) throws(ExpressionFailure) in
            guard let block = try block(call), !block.isMapped, call.work.spend(call.count, at: call.origin) else {
                return call.unknown()
            }
            var sizes: [Int] = []
            for index in 1..<max(1, call.count) {
                guard let bits = try call.whole(at: index) else { return call.unknown() }
                guard (1...32).contains(bits) else { throw ExpressionFailure("cidrsubnets takes 1 to 32 bits more") }
                sizes.append(bits)
            }
            guard let subnets = block.subnets(newBits: sizes) else {
                throw ExpressionFailure("\(block.text) has no room for all these blocks")
            }
            return call.list(subnets.map { call.text($0.text) })
        },
        // Of OpenTofu only (https://opentofu.org/docs/language/functions/cidrcontains).
        function("cidrcontains", 2...2) { (call) throws(ExpressionFailure) in
            guard let outer = try block(call), let text = try call.text(at: 1) else { return call.unknown() }
            let single = text.utf8.contains(UInt8(ascii: ":")) ? "/128" : "/32"
            guard let inner = AddressBlock(text.utf8.contains(UInt8(ascii: "/")) ? text : text + single) else {
                throw ExpressionFailure("'\(text.prefix(60))' is neither an address nor a block of addresses")
            }
            guard outer.width == inner.width else { throw ExpressionFailure("one of both is IPv4 and the other IPv6") }
            return call.truth(outer.contains(inner))
        },
    ]

    private static func block(_ call: FunctionArguments) throws(ExpressionFailure) -> AddressBlock? {
        guard let text = try call.text(at: 0) else { return nil }
        guard let block = AddressBlock(text) else {
            throw ExpressionFailure("'\(text.prefix(60))' is not a block of addresses")
        }
        return block
    }
}
