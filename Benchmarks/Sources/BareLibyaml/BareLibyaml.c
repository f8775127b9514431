#include "BareLibyaml.h"
#include <yaml.h>

size_t bare_libyaml_count_events(const uint8_t *bytes, size_t count) {
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser)) return 0;
    yaml_parser_set_input_string(&parser, bytes, count);
    size_t events = 0;
    yaml_event_t event;
    while (yaml_parser_parse(&parser, &event)) {
        yaml_event_type_t type = event.type;
        yaml_event_delete(&event);
        events += 1;
        if (type == YAML_STREAM_END_EVENT) break;
    }
    yaml_parser_delete(&parser);
    return events;
}
