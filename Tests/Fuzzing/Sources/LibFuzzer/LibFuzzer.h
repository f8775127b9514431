#include <stddef.h>
#include <stdint.h>

/* The compiler's runtime has no header for this; see "Using libFuzzer as a library" in LLVM's documentation. */
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*one_input)(const uint8_t *start, size_t count));
