/* The style sheet and the script of the HTML report, part of the program: a report needs no file beside it. */

#ifndef PAGE_FILES_H
#define PAGE_FILES_H

/* The style sheet, page.css: UTF-8 that ends in a zero byte. */
const char *page_css(void);

/* The script, page.js: UTF-8 that ends in a zero byte. */
const char *page_js(void);

#endif
