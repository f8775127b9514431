#include "EmbeddedFiles.h"

size_t embeddedFileCount(void) { return 0; }

struct EmbeddedFile embeddedFile(size_t index) {
    (void)index;
    struct EmbeddedFile none = {"", (const unsigned char *)"", 0};
    return none;
}
