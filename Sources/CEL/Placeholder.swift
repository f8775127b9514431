// Placeholder until the layer's first type stands here.
