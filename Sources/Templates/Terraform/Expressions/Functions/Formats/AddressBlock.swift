import Evaluation

/// A block of IP addresses in CIDR notation, as Terraform's `cidr` functions read and cut it.
///
/// Source: https://developer.hashicorp.com/terraform/language/functions/cidrsubnet; the arithmetic of
/// https://github.com/apparentlymart/go-cidr.
struct AddressBlock {
    /// 32 or 128.
    let width: Int
    /// The first address.
    let base: UInt128
    /// How many bits all addresses of the block share.
    let length: Int

    private init(width: Int, base: UInt128, length: Int) {
        self.width = width
        self.base = base
        self.length = length
    }

    /// The bits that number the addresses of the block.
    private var hostBits: Int { width - length }

    private static func mask(_ bits: Int) -> UInt128 {
        bits >= 128 ? .max : (1 << UInt128(max(0, bits))) - 1
    }

    // MARK: - Texts

    /// Reads `10.0.0.0/8` or `fd00::/8`; bits behind the prefix are dropped. `nil` for anything else.
    init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].count <= 3, parts[1].allSatisfy(\.isDigit), let length = Int(String(parts[1]) ?? "")
        else { return nil }
        let isShort = !parts[0].contains(UInt8(ascii: ":"))
        guard let address = isShort ? Self.shortAddress(parts[0]) : Self.longAddress(parts[0]) else { return nil }
        width = isShort ? 32 : 128
        guard length <= width else { return nil }
        self.length = length
        base = address & ~Self.mask(width - length)
    }

    /// IPv4. Terraform takes needless zeros as zeros.
    private static func shortAddress(_ text: Substring.UTF8View) -> UInt128? {
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var address: UInt128 = 0
        for part in parts {
            guard !part.isEmpty, part.count < 10, part.allSatisfy(\.isDigit), let byte = UInt128(String(part) ?? ""),
                byte < 256
            else { return nil }
            address = address << 8 | byte
        }
        return address
    }

    /// IPv6, with `::` for zeros once, and its last 32 bits as IPv4 if need be.
    private static func longAddress(_ text: Substring.UTF8View) -> UInt128? {
        var words: [UInt128] = []
        var gap: Int?
        var parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)[...]
        if parts.count >= 2, parts.first?.isEmpty == true, parts.dropFirst().first?.isEmpty == true {
            parts = parts.dropFirst()
        }
        if parts.count >= 2, parts.last?.isEmpty == true, parts.dropLast().last?.isEmpty == true { parts = parts.dropLast() }
        for (index, part) in parts.enumerated() {
            if part.isEmpty {
                guard gap == nil else { return nil }
                gap = words.count
            } else if part.contains(UInt8(ascii: ".")) {
                guard index == parts.count - 1, let short = shortAddress(part) else { return nil }
                words += [short >> 16, short & 0xFFFF]
            } else {
                guard part.count <= 4, let text = String(part), !text.hasPrefix("+"), let word = UInt128(text, radix: 16)
                else { return nil }
                words.append(word)
            }
        }
        if let gap {
            guard words.count < 8 else { return nil }
            words.insert(contentsOf: Array(repeating: 0, count: 8 - words.count), at: gap)
        }
        return words.count == 8 ? words.reduce(0) { $0 << 16 | $1 } : nil
    }

    /// An address as Go writes it: of zeros the longest row of two words or more is left out (RFC 5952).
    private func text(of address: UInt128) -> String {
        guard width == 128 else {
            return [24, 16, 8, 0].map { String(address >> UInt128($0) & 0xFF) }.joined(separator: ".")
        }
        let words = (0..<8).map { address >> UInt128(16 * (7 - $0)) & 0xFFFF }
        var longest = 0..<0
        var start = 0
        for index in 0...8 where index == 8 || words[index] != 0 {
            if index - start > max(1, longest.count) { longest = start..<index }
            start = index + 1
        }
        let texts = words.map { String($0, radix: 16) }
        guard !longest.isEmpty else { return texts.joined(separator: ":") }
        return texts[..<longest.lowerBound].joined(separator: ":") + "::"
            + texts[longest.upperBound...].joined(separator: ":")
    }

    var text: String { "\(text(of: base))/\(length)" }

    /// The bits of the prefix as an IPv4 address.
    var netmask: String { text(of: Self.mask(width) & ~Self.mask(hostBits)) }

    /// Whether the addresses are those that IPv6 keeps for IPv4, which Terraform's functions mix up.
    var isMapped: Bool { width == 128 && base >> 32 == 0xFFFF }

    // MARK: - Arithmetic

    /// The address with a number, from the end for a negative one; `nil` when the block has no such address.
    func host(_ number: Int) -> String? {
        let last = Self.mask(hostBits)
        let offset = UInt128(number < 0 ? -(number + 1) : number)
        guard offset <= last else { return nil }
        return text(of: base | (number < 0 ? last - offset : offset))
    }

    /// One of the blocks with some bits more; `nil` when there is none.
    func subnet(newBits: Int, number: Int) -> AddressBlock? {
        guard newBits >= 0, number >= 0, newBits <= hostBits, UInt128(number) <= Self.mask(newBits) else { return nil }
        let shift = hostBits - newBits
        let offset = shift >= 128 ? 0 : UInt128(number) << UInt128(shift)
        return AddressBlock(width: width, base: base | offset, length: length + newBits)
    }

    /// Blocks of the given sizes one behind the other; `nil` when they do not fit.
    func subnets(newBits: [Int]) -> [AddressBlock]? {
        var blocks: [AddressBlock] = []
        /// How many addresses are taken, from the first one.
        var used: UInt128 = 0
        let last = Self.mask(hostBits)
        for bits in newBits {
            guard bits >= 1, bits <= hostBits else { return nil }
            let below = Self.mask(hostBits - bits)
            let start = (used &+ below) & ~below
            guard start >= used, start <= last else { return nil }
            blocks.append(AddressBlock(width: width, base: base | start, length: length + bits))
            let (next, overflow) = (start | below).addingReportingOverflow(1)
            if overflow {
                guard blocks.count == newBits.count else { return nil }
                return blocks
            }
            used = next
        }
        return blocks
    }

    /// Whether all addresses of another block, or the one address, are of this one.
    func contains(_ other: AddressBlock) -> Bool {
        width == other.width && length <= other.length && other.base & ~Self.mask(hostBits) == base
    }
}
