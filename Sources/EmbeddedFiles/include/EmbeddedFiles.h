#ifndef ECSLINT_EMBEDDED_FILES_H
#define ECSLINT_EMBEDDED_FILES_H

#include <stddef.h>

/// A file of `rules.d/`, `catalog/` or `properties/` that stands inside the binary.
struct EmbeddedFile {
    /// Path relative to the repository's root, with `/`.
    const char *_Nonnull path;
    const unsigned char *_Nonnull bytes;
    size_t count;
};

/// How many files the binary holds.
size_t embeddedFileCount(void);

/// The file at `index`, sorted by path; `index` must be below `embeddedFileCount()`.
struct EmbeddedFile embeddedFile(size_t index);

/// The file at a path; an empty path and no bytes when there is none.
struct EmbeddedFile embeddedFileAt(const char *_Nonnull path);

#endif
