#include <stddef.h>
#include <stdint.h>

/* Lets libyaml read a text and does nothing with its events: the bound that a reader on top of it can reach.
   Gives the number of events. */
size_t bare_libyaml_count_events(const uint8_t *bytes, size_t count);
