// The one place that knows where libcmark's header lives (Debian: libcmark-dev).
#include <cmark.h>
#include <string.h>
