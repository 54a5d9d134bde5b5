/*
 * C, because its compiler takes in a file as it is. What SwiftPM's embedInCode writes is an array literal of all the
 * bytes, over which the Swift compiler spends more time than over the rest of the report.
 */

#include "PageFiles.h"

static const char css[] = {
#embed "page.css" suffix(, 0)
};

static const char js[] = {
#embed "page.js" suffix(, 0)
};

const char *page_css(void)
{
	return css;
}

const char *page_js(void)
{
	return js;
}
