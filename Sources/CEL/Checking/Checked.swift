/// What the checker makes of an expression.
struct Checked {
    let node: Node
    let type: CELType
}
